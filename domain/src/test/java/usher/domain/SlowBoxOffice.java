package usher.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import usher.domain.access.AccessCode;
import usher.domain.access.CodeHash;
import usher.domain.blocking.Block;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.event.EventChanged;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.EventStatus;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.selling.Booking;
import usher.domain.selling.Payment;
import usher.domain.selling.SeatsReserved;

/// The slow, obvious twin of [BoxOffice]: one event once more, with nothing but maps and loops.
///
/// Written from the design and not from the fast one, so that both have the same mistake only by
/// chance; its rules are in [SlowRules]. To go back it is copied whole.
final class SlowBoxOffice {

    record Held(UserId user, long since, long until, int refreshes) {}

    record Reserved(UserId user, long since) {}

    record Blocked(Cause cause, String note) {}

    record Remembered(IdempotencyKey key, long version, long at) {}

    final EventDefinition event;
    final TreeMap<Integer, Held> held = new TreeMap<>();
    final Map<Integer, Reserved> reserved = new HashMap<>();
    final TreeMap<Integer, Blocked> blocked = new TreeMap<>();
    final Map<String, Blocked> blocks = new TreeMap<>();
    final Map<Integer, UserId> ranOut = new HashMap<>();
    final List<Remembered> keys = new ArrayList<>();
    final SlowBookings bookings = new SlowBookings(this);
    EventDetails details;
    EventStatus status = EventStatus.ACTIVE;
    long revision = 1;
    long changedAt;
    long confirmed = 1;
    boolean opened;
    long version;
    long latest;

    SlowBoxOffice(EventDefinition event) {
        this.event = event;
        this.details = event.details();
    }

    Decision decide(Command command) {
        return new SlowRules(this).decide(command);
    }

    SlowBoxOffice copy() {
        SlowBoxOffice copy = new SlowBoxOffice(event);
        copy.held.putAll(held);
        copy.reserved.putAll(reserved);
        copy.blocked.putAll(blocked);
        copy.blocks.putAll(blocks);
        copy.ranOut.putAll(ranOut);
        copy.keys.addAll(keys);
        copy.bookings.all.putAll(bookings.all);
        copy.details = details;
        copy.status = status;
        copy.revision = revision;
        copy.changedAt = changedAt;
        copy.confirmed = confirmed;
        copy.opened = opened;
        copy.version = version;
        copy.latest = latest;
        return copy;
    }

    void apply(Fact fact) {
        remember(fact.cause());
        latest = Math.max(latest, fact.cause().atMillis());
        switch (fact) {
            case EventOpened _ -> opened = true;
            case StatusChanged f -> {
                status = f.status();
                changed(f.cause());
                if (status == EventStatus.CANCELLED) bookings.callOff(f.cause().atMillis());
            }
            case EventChanged f -> {
                details = f.details();
                changed(f.cause());
            }
            case ListingConfirmed f -> confirmed = f.revision();
            case SeatsHeld f -> {
                Held hold = new Held(f.user(), f.cause().atMillis(), f.untilMillis(), 0);
                for (int n : f.seats().toArray()) {
                    held.put(n, hold);
                    ranOut.remove(n);
                }
            }
            case HoldsRefreshed f -> {
                for (int n : f.seats().toArray()) {
                    Held old = held.get(n);
                    long until = Math.max(old.until, f.untilMillis());
                    held.put(n, new Held(old.user, old.since, until, old.refreshes + 1));
                }
            }
            case HoldsReleased f -> {
                for (int n : f.seats().toArray()) held.remove(n);
            }
            case HoldsExpired f -> {
                for (int n : f.seats().toArray()) ranOut.put(n, held.remove(n).user);
            }
            case SeatsReserved f -> {
                for (int n : f.seats().toArray()) {
                    held.remove(n);
                    reserved.put(n, new Reserved(f.user(), f.cause().atMillis()));
                }
                bookings.reserved(f);
            }
            case SeatsBlocked f -> block(f);
            case SeatsUnblocked f -> {
                for (int n : f.seats().toArray()) blocked.remove(n);
                blocks.values().retainAll(blocked.values());
            }
            default -> {
                if (!bookings.apply(fact)) throw new AssertionError(fact);
            }
        }
    }

    private void changed(Cause cause) {
        revision++;
        changedAt = cause.atMillis();
    }

    private void block(SeatsBlocked f) {
        Cause asked = f.cause();
        Cause began = new Cause(asked.atMillis(), asked.by(), asked.request(), null);
        Blocked block = blocks.computeIfAbsent(f.note(), note -> new Blocked(began, note));
        for (int n : f.seats().toArray()) {
            blocked.put(n, block);
            ranOut.remove(n);
        }
    }

    /// What is shown of the blocks.
    List<Block> blocks() {
        List<Block> shown = new ArrayList<>();
        for (Blocked block : blocks.values()) {
            List<Integer> seats = new ArrayList<>();
            blocked.forEach(
                    (n, of) -> {
                        if (of.equals(block)) seats.add(n);
                    });
            shown.add(new Block(block.cause(), block.note(), set(seats)));
        }
        return shown;
    }

    private void remember(Cause cause) {
        IdempotencyKey key = cause.once();
        if (key == null
                || keys.stream().anyMatch(k -> k.key.equals(key) && k.at == cause.atMillis())) {
            return;
        }
        keys.removeIf(k -> cause.atMillis() - k.at >= 24L * 60 * 60 * 1000);
        keys.add(new Remembered(key, version + 1, cause.atMillis()));
    }

    /// What a seat is shown as.
    SeatRecord record(int n) {
        Held hold = held.get(n);
        Reserved kept = reserved.get(n);
        if (hold != null) {
            return new SeatRecord(
                    SeatStatus.HELD, hold.user, hold.since, hold.until, hold.refreshes);
        }
        if (kept != null) return new SeatRecord(SeatStatus.RESERVED, kept.user, kept.since, 0, 0);
        if (blocked.containsKey(n)) return SeatRecord.BLOCKED;
        return new SeatRecord(SeatStatus.AVAILABLE, ranOut.get(n), 0, 0, 0);
    }

    long deadline() {
        long earliest = confirmed < revision ? changedAt : Long.MAX_VALUE;
        for (Held hold : held.values()) earliest = Math.min(earliest, hold.until);
        for (Booking booking : bookings.all.values()) {
            Payment payment = booking.payment();
            if (payment != null) earliest = Math.min(earliest, payment.dueMillis());
        }
        return earliest;
    }

    SeatSet heldBy(UserId user, long now) {
        List<Integer> his = new ArrayList<>();
        for (int n : held.keySet()) {
            if (holds(user, n, now) && !bookings.isPending(n)) his.add(n);
        }
        return set(his);
    }

    SeatSet due(long now) {
        List<Integer> due = new ArrayList<>();
        for (int n : held.keySet()) {
            if (!isHeld(n, now) && !bookings.isPending(n)) due.add(n);
        }
        return set(due);
    }

    /// Why he may not have `more` seats held; null if he may. What is booked counts as held.
    @Nullable Refusal tooMany(UserId user, int more, long now) {
        int heldThen = more;
        for (int n : held.keySet()) if (holds(user, n, now)) heldThen++;
        int heldMax = details.policy().heldSeatsPerUser();
        if (heldMax > 0 && heldThen > heldMax) return Refusal.HOLD_LIMIT_REACHED;
        int seatsMax = details.policy().seatsPerUser();
        boolean over = seatsMax > 0 && heldThen + reservedBy(user) > seatsMax;
        return over ? Refusal.SEAT_LIMIT_REACHED : null;
    }

    int reservedBy(UserId user) {
        int count = 0;
        for (Reserved seat : reserved.values()) if (seat.user.equals(user)) count++;
        return count;
    }

    boolean isOver(long now) {
        Instant until = details.salesUntil();
        return status != EventStatus.ACTIVE || (until != null && now >= until.toEpochMilli());
    }

    boolean sells(long now, @Nullable CodeHash given) {
        if (isOver(now)) return false;
        Instant from = details.salesFrom();
        if (from == null || now >= from.toEpochMilli()) return true;
        for (AccessCode code : event.codes().all()) {
            if (!code.hash().equals(given) || code.salesFrom() == null) continue;
            if (now >= code.salesFrom().toEpochMilli()) return true;
        }
        return false;
    }

    boolean knows(CodeHash given) {
        return event.codes().all().stream().anyMatch(code -> code.hash().equals(given));
    }

    /// Whether a seat is for everybody, or for whoever gives this code.
    boolean isOpen(int n, @Nullable CodeHash given) {
        boolean open = true;
        for (AccessCode code : event.codes().all()) {
            if (!code.tiers().contains(tier(n).map(Tier::name).orElse(""))) continue;
            if (code.hash().equals(given)) return true;
            open = false;
        }
        return open;
    }

    long price(int n) {
        return tier(n).map(tier -> tier.price().amount()).orElse(0L);
    }

    /// The tier of a seat, found by counting through the sections.
    private Optional<Tier> tier(int n) {
        int before = 0;
        for (Section section : event.plan().sections()) {
            before += section.capacity();
            if (n <= before) return Optional.ofNullable(section.tier());
        }
        throw new AssertionError(n);
    }

    boolean exists(int n) {
        return 1 <= n && n <= event.totalSeats();
    }

    boolean isHeld(int n, long now) {
        return held.containsKey(n) && now < held.get(n).until;
    }

    boolean isTaken(int n, long now) {
        return reserved.containsKey(n) || isHeld(n, now);
    }

    boolean isBlocked(int n) {
        return blocked.containsKey(n);
    }

    boolean holds(UserId user, int n, long now) {
        return isHeld(n, now) && held.get(n).user.equals(user);
    }

    boolean isReservedBy(UserId user, int n) {
        return reserved.containsKey(n) && reserved.get(n).user.equals(user);
    }

    static SeatSet set(List<Integer> numbers) {
        return SeatSet.of(new TreeSet<>(numbers).stream().mapToInt(n -> n).toArray());
    }
}
