package usher.domain.analytics;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;
import usher.domain.KeysRestated;
import usher.domain.SeatSet;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.EventStatus;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;

/// The figures of one event: what became of its places, by tier and in time, of its bookings, and
/// of the money.
///
/// A fold of every fact of the event's stream, from the first; snapshots say too little. Not
/// thread-safe.
public final class Analytics {

    private final Plan plan;
    private final int[] tierOfSection;
    private final List<Tally> tiers = new ArrayList<>();
    private final int[] blocked;
    private final BitSet claimed = new BitSet();
    private final Map<BookingId, Order> live = new HashMap<>();
    private final Set<BookingId> beingPaid = new HashSet<>();
    private final Map<BookingId, Ended> over = new HashMap<>();
    private final Map<BookingStatus, Integer> bookings = new EnumMap<>(BookingStatus.class);
    private final Map<Bucket, Series> series = new EnumMap<>(Bucket.class);

    /// A booking that has places.
    private record Order(SeatSet seats, boolean isPaid, boolean isConfirmed) {

        Order paid() {
            return new Order(seats, true, isConfirmed);
        }

        Order confirmed() {
            return new Order(seats, isPaid, true);
        }
    }

    /// A booking that is over, for which money may still come.
    private record Ended(Order order, BookingStatus status) {}

    /// Nothing has happened yet at an event with the places of `plan`.
    ///
    /// @param zone whose days and hours are counted
    public Analytics(Plan plan, ZoneId zone) {
        this.plan = plan;
        int count = Math.max(1, plan.tiers().size());
        for (int i = 0; i < count; i++) tiers.add(new Tally());
        blocked = new int[count];
        tierOfSection = new int[plan.sections().size()];
        for (int i = 0; i < tierOfSection.length; i++) {
            Tier tier = plan.sections().get(i).tier();
            tierOfSection[i] = tier == null ? 0 : plan.tiers().indexOf(tier);
        }
        for (Bucket bucket : Bucket.values()) series.put(bucket, new Series(bucket, zone));
    }

    /// Counts what `fact` says.
    public void apply(Fact fact) {
        long at = fact.cause().atMillis();
        switch (fact) {
            case SeatsHeld f -> f.seats().forEach(seat -> claim(seat, at));
            case HoldsReleased f -> end(f.seats(), Step.RELEASED, at);
            case HoldsExpired f -> end(f.seats(), Step.EXPIRED, at);
            case SeatsReserved f -> reserve(f, at);
            case BookingMade f -> make(f, at);
            case PaymentStarted f -> beingPaid.add(f.booking());
            case PaymentSucceeded f -> live.computeIfPresent(f.booking(), (_, o) -> o.paid());
            case BookingConfirmed f -> confirm(f.booking(), at);
            case BookingEnded f -> end(f.booking(), f.status(), at);
            case BookingsExpired f ->
                    f.bookings().forEach(id -> end(id, BookingStatus.EXPIRED, at));
            case StatusChanged f when f.status() == EventStatus.CANCELLED -> callOff(at);
            case SeatsBlocked f -> f.seats().forEach(seat -> blocked[tier(seat)]++);
            case SeatsUnblocked f -> f.seats().forEach(seat -> blocked[tier(seat)]--);
            case HoldsRefreshed _, TicketCheckedIn _ -> {}
            case PaymentOpened _, PaymentFailed _, PaymentRefunded _ -> {}
            case EventOpened _, EventChanged _, StatusChanged _, ListingConfirmed _ -> {}
            case EventListed _, ListingChanged _, VenueAdded _ -> {}
            case EventRestated _, SeatsRestated _, BookingRestated _, KeysRestated _ ->
                    throw new IllegalArgumentException("not of a history: " + fact);
        }
    }

    /// What became of the places of `tier`.
    public Tally of(Tier tier) {
        return tiers.get(plan.tiers().indexOf(tier));
    }

    /// How many places of `tier` are kept off sale.
    public int blocked(Tier tier) {
        return blocked[plan.tiers().indexOf(tier)];
    }

    /// What became of all places.
    public Tally total() {
        Tally total = new Tally();
        tiers.forEach(total::add);
        return total;
    }

    /// How many places are kept off sale.
    public int blocked() {
        int sum = 0;
        for (int count : blocked) sum += count;
        return sum;
    }

    /// How many bookings are so now.
    public int bookings(BookingStatus status) {
        return bookings.getOrDefault(status, 0);
    }

    /// What happened when, by the first millisecond of each bucket since 1970.
    public NavigableMap<Long, Tally> series(Bucket bucket) {
        return seriesOf(bucket).byStart();
    }

    private void reserve(SeatsReserved f, long at) {
        end(f.seats(), Step.SOLD, at);
        BookingId booking = f.booking();
        if (booking == null) return;
        live.put(booking, new Order(f.seats(), false, true));
        become(null, BookingStatus.CONFIRMED);
    }

    private void make(BookingMade f, long at) {
        f.seats()
                .forEach(
                        seat -> {
                            if (!claimed.get(seat)) claim(seat, at);
                        });
        live.put(f.booking(), new Order(f.seats(), false, false));
        become(null, BookingStatus.PENDING);
    }

    private void confirm(BookingId booking, long at) {
        Ended ended = over.remove(booking);
        if (ended != null) takeAgain(booking, ended, at);
        Order order = known(booking);
        live.put(booking, order.confirmed());
        end(order.seats(), Step.SOLD, at);
        if (order.isPaid()) order.seats().forEach(seat -> earn(seat, at));
        become(BookingStatus.PENDING, BookingStatus.CONFIRMED);
    }

    /// Money has come for a booking that is over, and it has its places again.
    private void takeAgain(BookingId booking, Ended ended, long at) {
        become(ended.status(), BookingStatus.PENDING);
        live.put(booking, ended.order().paid());
        ended.order().seats().forEach(seat -> claim(seat, at));
    }

    private void end(BookingId booking, BookingStatus status, long at) {
        Ended ended = over.remove(booking);
        if (ended != null) {
            become(ended.status(), status); // money came late, and goes back
            return;
        }
        Order order = known(booking);
        live.remove(booking);
        if (beingPaid.remove(booking) && !order.isPaid())
            over.put(booking, new Ended(order, status));
        become(order.isConfirmed() ? BookingStatus.CONFIRMED : BookingStatus.PENDING, status);
        if (order.isConfirmed()) {
            order.seats().forEach(seat -> count(seat, Step.RETURNED, at));
            if (order.isPaid()) order.seats().forEach(seat -> payBack(seat, at));
        } else {
            end(order.seats(), endOf(status), at);
        }
    }

    private static Step endOf(BookingStatus status) {
        return switch (status) {
            case EXPIRED -> Step.UNPAID;
            case FAILED -> Step.FAILED;
            case CANCELLED, REFUNDED -> Step.CANCELLED;
            case PENDING, CONFIRMED -> throw new IllegalArgumentException("no end: " + status);
        };
    }

    /// The event is cancelled: every live booking is called off.
    private void callOff(long at) {
        for (BookingId booking : List.copyOf(live.keySet())) {
            boolean isPaid = known(booking).isPaid();
            end(booking, isPaid ? BookingStatus.REFUNDED : BookingStatus.CANCELLED, at);
        }
    }

    private void become(@Nullable BookingStatus before, BookingStatus after) {
        if (before != null) bookings.merge(before, -1, Integer::sum);
        bookings.merge(after, 1, Integer::sum);
    }

    private Order known(BookingId booking) {
        Order order = live.get(booking);
        if (order == null) throw new IllegalArgumentException("no live booking " + booking);
        return order;
    }

    private void claim(int seat, long at) {
        claimed.set(seat);
        count(seat, Step.CLAIMED, at);
    }

    private void end(SeatSet seats, Step step, long at) {
        seats.forEach(
                seat -> {
                    claimed.clear(seat);
                    count(seat, step, at);
                });
    }

    private void count(int seat, Step step, long at) {
        tiers.get(tier(seat)).count(step);
        for (Series each : series.values()) each.at(at).count(step);
    }

    private void earn(int seat, long at) {
        long price = price(seat);
        tiers.get(tier(seat)).earn(price);
        for (Series each : series.values()) each.at(at).earn(price);
    }

    private void payBack(int seat, long at) {
        long price = price(seat);
        tiers.get(tier(seat)).payBack(price);
        for (Series each : series.values()) each.at(at).payBack(price);
    }

    private long price(int seat) {
        Tier tier = plan.tier(seat);
        return tier == null ? 0 : tier.price().amount();
    }

    private int tier(int seat) {
        return tierOfSection[plan.sectionIndex(seat)];
    }

    private Series seriesOf(Bucket bucket) {
        Series found = series.get(bucket);
        if (found == null) throw new IllegalArgumentException("no series of " + bucket);
        return found;
    }
}
