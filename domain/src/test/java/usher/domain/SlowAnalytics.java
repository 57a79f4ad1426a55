package usher.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import usher.domain.analytics.Bucket;
import usher.domain.analytics.Step;
import usher.domain.event.EventDefinition;
import usher.domain.plan.Tier;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;

/// The figures of a sale, counted by comparing what the box office shows before and after each
/// fact: slow and obvious, and without looking into the facts.
final class SlowAnalytics {

    /// Something that happened to one place.
    record Happening(int seat, Step step, long atMillis) {}

    /// Money that came, or went back if it is negative.
    record Paid(int seat, long amount, long atMillis) {}

    private final BoxOffice office;
    final List<Happening> happenings = new ArrayList<>();
    final List<Paid> paid = new ArrayList<>();

    SlowAnalytics(EventDefinition event) {
        office = new BoxOffice(event);
    }

    void apply(Fact fact) {
        Map<BookingId, Booking> before = bookings();
        List<Stand> seats = seats();
        office.apply(fact);
        long at = fact.cause().atMillis();
        List<Stand> now = seats();
        for (int i = 0; i < now.size(); i++) compare(fact, seats.get(i), now.get(i), before, at);
    }

    BoxOffice office() {
        return office;
    }

    /// How often `step` happened to places of `tier`; null: to any.
    long count(Step step, @Nullable Tier tier) {
        return happenings.stream().filter(h -> h.step() == step && isOf(h.seat(), tier)).count();
    }

    long revenue(@Nullable Tier tier) {
        return paid.stream()
                .filter(p -> p.amount() > 0 && isOf(p.seat(), tier))
                .mapToLong(Paid::amount)
                .sum();
    }

    long refunds(@Nullable Tier tier) {
        return paid.stream()
                .filter(p -> p.amount() < 0 && isOf(p.seat(), tier))
                .mapToLong(p -> -p.amount())
                .sum();
    }

    /// What happened in each bucket, as text.
    Map<Long, String> series(Bucket bucket, ZoneId zone) {
        Map<Long, Map<String, Long>> sums = new TreeMap<>();
        for (Happening h : happenings) {
            sums.computeIfAbsent(start(bucket, zone, h.atMillis()), _ -> new TreeMap<>())
                    .merge(h.step().name(), 1L, Long::sum);
        }
        for (Paid p : paid) {
            String what = p.amount() > 0 ? "revenue" : "refunds";
            if (p.amount() == 0) continue;
            sums.computeIfAbsent(start(bucket, zone, p.atMillis()), _ -> new TreeMap<>())
                    .merge(what, Math.abs(p.amount()), Long::sum);
        }
        Map<Long, String> shown = new TreeMap<>();
        sums.forEach((from, sum) -> shown.put(from, sum.toString()));
        return shown;
    }

    private static long start(Bucket bucket, ZoneId zone, long atMillis) {
        ZonedDateTime time = Instant.ofEpochMilli(atMillis).atZone(zone);
        return switch (bucket) {
            case MINUTE -> atMillis - Math.floorMod(atMillis, 60_000);
            case HOUR -> time.withMinute(0).withSecond(0).withNano(0).toInstant().toEpochMilli();
            case DAY -> time.toLocalDate().atStartOfDay(zone).toInstant().toEpochMilli();
        };
    }

    private boolean isOf(int seat, @Nullable Tier tier) {
        return tier == null || tier.equals(office.event().definition().plan().tier(seat));
    }

    /// How a place stands: free, claimed or sold, and in which booking.
    private record Stand(int number, String stand, @Nullable BookingId booking) {}

    private List<Stand> seats() {
        Map<Integer, Booking> booked = new HashMap<>();
        for (Booking booking : office.bookings().all()) {
            if (booking.status().isLive()) booking.seats().forEach(n -> booked.put(n, booking));
        }
        List<Stand> seats = new ArrayList<>();
        for (int n = 1; n <= office.event().definition().totalSeats(); n++) {
            Booking booking = booked.get(n);
            String stand =
                    switch (office.seat(n).record().status()) {
                        case AVAILABLE, BLOCKED -> "free";
                        case HELD -> "claimed";
                        case RESERVED -> "sold";
                    };
            seats.add(new Stand(n, stand, booking == null ? null : booking.id()));
        }
        return seats;
    }

    private Map<BookingId, Booking> bookings() {
        Map<BookingId, Booking> all = new HashMap<>();
        for (Booking booking : office.bookings().all()) all.put(booking.id(), booking);
        return all;
    }

    private void compare(Fact fact, Stand was, Stand is, Map<BookingId, Booking> before, long at) {
        int n = is.number();
        if (was.stand().equals(is.stand())) return;
        if (was.stand().equals("free") && is.stand().equals("claimed")) {
            happenings.add(new Happening(n, Step.CLAIMED, at));
        } else if (is.stand().equals("sold")) {
            boolean isTakenAgain = was.stand().equals("free");
            if (isTakenAgain) happenings.add(new Happening(n, Step.CLAIMED, at));
            happenings.add(new Happening(n, Step.SOLD, at));
            pay(n, is.booking(), bookings(), 1, at);
        } else if (was.stand().equals("sold")) {
            happenings.add(new Happening(n, Step.RETURNED, at));
            pay(n, was.booking(), before, -1, at);
        } else {
            happenings.add(new Happening(n, end(fact, was), at));
        }
    }

    private void pay(
            int seat, @Nullable BookingId id, Map<BookingId, Booking> all, int sign, long at) {
        Booking booking = id == null ? null : all.get(id);
        if (booking == null || booking.payment() == null) return;
        Tier tier = office.event().definition().plan().tier(seat);
        if (tier != null) paid.add(new Paid(seat, sign * tier.price().amount(), at));
    }

    /// Why a claim ended without a sale: its booking says it, or whether somebody asked for it.
    private Step end(Fact fact, Stand was) {
        BookingId id = was.booking();
        if (id == null) return fact.cause().by() == null ? Step.EXPIRED : Step.RELEASED;
        BookingStatus status = office.bookings().known(id).status();
        return switch (status) {
            case EXPIRED -> Step.UNPAID;
            case FAILED -> Step.FAILED;
            case CANCELLED -> Step.CANCELLED;
            case PENDING, CONFIRMED, REFUNDED -> throw new AssertionError(status);
        };
    }
}
