package usher.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import usher.domain.blocking.Block;
import usher.domain.blocking.BlockSeats;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.blocking.UnblockAllSeats;
import usher.domain.blocking.UnblockSeats;
import usher.domain.choosing.SlowChoice;
import usher.domain.event.ChangeEvent;
import usher.domain.event.ChangeStatus;
import usher.domain.event.ConfirmListing;
import usher.domain.event.EventChanged;
import usher.domain.event.EventOpened;
import usher.domain.event.EventStatus;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.ExpireHolds;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.RefreshHolds;
import usher.domain.holding.ReleaseAllHolds;
import usher.domain.holding.ReleaseHolds;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.CheckInTicket;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PayBooking;
import usher.domain.selling.ReportPayment;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.StartPayment;

/// The rules of [SlowBoxOffice], in the order in which callers see them broken.
final class SlowRules {

    private final SlowBoxOffice office;

    SlowRules(SlowBoxOffice office) {
        this.office = office;
    }

    Decision decide(Command command) {
        IdempotencyKey key = command.cause().once();
        for (SlowBoxOffice.Remembered earlier : office.keys) {
            if (key == null || command.atMillis() - earlier.at() >= 24L * 60 * 60 * 1000) continue;
            if (earlier.key().high() != key.high() || earlier.key().low() != key.low()) continue;
            return earlier.key().body() == key.body()
                    ? new Decision.Repeated(earlier.version())
                    : no(Refusal.IDEMPOTENCY_MISMATCH);
        }
        return switch (command) {
            case HoldSeats c -> hold(c);
            case HoldBestSeats c -> holdBest(c);
            case RefreshHolds c -> refresh(c);
            case ReleaseHolds c -> release(c);
            case ReleaseAllHolds c -> releaseAll(c);
            case ReserveSeats c -> reserve(c);
            case BlockSeats c -> block(c);
            case UnblockSeats c -> unblock(c);
            case UnblockAllSeats c ->
                    free(c, SlowBoxOffice.set(List.copyOf(office.blocked.keySet())));
            case ChangeStatus c -> change(c);
            case ChangeEvent c -> change(c);
            case ConfirmListing c -> confirm(c);
            case MakeBooking c -> make(c);
            case PayBooking c -> told(c, office.bookings.payments.pay(c), SeatSet.none());
            case StartPayment c -> told(c, office.bookings.payments.start(c), SeatSet.none());
            case ReportPayment c -> told(c, office.bookings.payments.report(c), SeatSet.none());
            case CancelBooking c -> told(c, office.bookings.cancel(c), SeatSet.none());
            case CheckInTicket c -> told(c, office.bookings.checkIn(c), SeatSet.of(c.seat()));
            case ExpireHolds c -> expire(c);
            default -> throw new AssertionError(command);
        };
    }

    private Decision hold(HoldSeats c) {
        long now = c.atMillis();
        if (c.code() != null && !office.knows(c.code())) return no(Refusal.WRONG_ACCESS_CODE);
        if (!office.sells(now, c.code())) return no(Refusal.EVENT_NOT_ON_SALE);
        SeatSet missing = those(c.seats(), n -> !office.exists(n));
        if (!missing.isEmpty()) return no(Refusal.SEAT_NOT_FOUND, missing);
        SeatSet closed = those(c.seats(), n -> !office.isOpen(n, c.code()));
        if (!closed.isEmpty()) return no(Refusal.ACCESS_CODE_REQUIRED, closed);
        if (!isDurationAllowed(c.holdSeconds())) return no(Refusal.INVALID_FIELD);
        SeatSet missingToHim =
                those(c.seats(), n -> !office.holds(c.user(), n, now) || isBooked(n));
        if (missingToHim.isEmpty()) return Decision.unchanged();
        SeatSet taken = those(missingToHim, n -> office.isTaken(n, now) || office.isBlocked(n));
        if (!taken.isEmpty()) return no(Refusal.SEAT_UNAVAILABLE, taken);
        Decision tooMany = tooMany(c.user(), missingToHim.size(), now);
        if (tooMany != null) return tooMany;
        return yes(c, new SeatsHeld(c.cause(), c.user(), missingToHim, end(now, c.holdSeconds())));
    }

    private Decision holdBest(HoldBestSeats c) {
        long now = c.atMillis();
        if (c.code() != null && !office.knows(c.code())) return no(Refusal.WRONG_ACCESS_CODE);
        if (!office.sells(now, c.code())) return no(Refusal.EVENT_NOT_ON_SALE);
        Plan plan = office.event.plan();
        if (c.tier() != null && plan.tier(c.tier()) == null) return no(Refusal.TIER_NOT_FOUND);
        boolean isClosed =
                c.tier() != null
                        && IntStream.rangeClosed(1, plan.totalSeats())
                                .filter(n -> isOf(c.tier(), plan.tier(n)))
                                .noneMatch(n -> office.isOpen(n, c.code()));
        if (isClosed) return no(Refusal.ACCESS_CODE_REQUIRED);
        if (!isDurationAllowed(c.holdSeconds())) return no(Refusal.INVALID_FIELD);
        Decision tooMany = tooMany(c.user(), c.quantity(), now);
        if (tooMany != null) return tooMany;
        SlowChoice choice =
                new SlowChoice(
                        plan,
                        n ->
                                !office.isTaken(n, now)
                                        && !office.isBlocked(n)
                                        && office.isOpen(n, c.code())
                                        && plan.isAccessible(n) == c.accessible()
                                        && (c.tier() == null || isOf(c.tier(), plan.tier(n))));
        SeatSet best = choice.choose(c.quantity());
        if (best == null) return no(Refusal.NOT_ENOUGH_SEATS);
        return yes(c, new SeatsHeld(c.cause(), c.user(), best, end(now, c.holdSeconds())));
    }

    private static boolean isOf(String name, @Nullable Tier tier) {
        return tier != null && tier.name().equals(name);
    }

    /// Why he may not hold `more` seats; null if he may.
    private @Nullable Decision tooMany(UserId user, int more, long now) {
        Refusal tooMany = office.tooMany(user, more, now);
        return tooMany == null ? null : no(tooMany);
    }

    private Decision refresh(RefreshHolds c) {
        long now = c.atMillis();
        if (office.isOver(now)) return no(Refusal.EVENT_NOT_ON_SALE);
        SeatSet missing = those(c.seats(), n -> !office.exists(n));
        if (!missing.isEmpty()) return no(Refusal.SEAT_NOT_FOUND, missing);
        if (!isDurationAllowed(c.holdSeconds())) return no(Refusal.INVALID_FIELD);
        Decision notHis = notHis(c.user(), c.seats(), now);
        if (notHis != null) return notHis;
        int max = office.details.policy().refreshesMax();
        SeatSet usedUp = those(c.seats(), n -> office.held.get(n).refreshes() >= max);
        if (!usedUp.isEmpty()) return no(Refusal.REFRESH_LIMIT_REACHED, usedUp);
        if (c.seats().isEmpty()) return Decision.unchanged();
        return yes(c, new HoldsRefreshed(c.cause(), c.seats(), end(now, c.holdSeconds())));
    }

    private Decision release(ReleaseHolds c) {
        SeatSet missing = those(c.seats(), n -> !office.exists(n));
        if (!missing.isEmpty()) return no(Refusal.SEAT_NOT_FOUND, missing);
        Decision notHis = notHis(c.user(), c.seats(), c.atMillis());
        if (notHis != null) return notHis;
        if (c.seats().isEmpty()) return Decision.unchanged();
        return yes(c, new HoldsReleased(c.cause(), c.seats()));
    }

    private Decision releaseAll(ReleaseAllHolds c) {
        SeatSet his = office.heldBy(c.user(), c.atMillis());
        return his.isEmpty() ? Decision.unchanged() : yes(c, new HoldsReleased(c.cause(), his));
    }

    private Decision reserve(ReserveSeats c) {
        if (office.bookings.all.containsKey(c.booking())) return no(Refusal.BOOKING_MISMATCH);
        if (office.status != EventStatus.ACTIVE) return no(Refusal.EVENT_NOT_ON_SALE);
        SeatSet missing = those(c.seats(), n -> !office.exists(n));
        if (!missing.isEmpty()) return no(Refusal.SEAT_NOT_FOUND, missing);
        SeatSet wanted = those(c.seats(), n -> !office.isReservedBy(c.user(), n));
        if (wanted.isEmpty()) return Decision.unchanged();
        Decision notHis = notHis(c.user(), wanted, c.atMillis());
        if (notHis != null) return notHis;
        SeatSet unpaid = those(wanted, n -> office.price(n) > 0);
        if (!c.complimentary() && !unpaid.isEmpty()) return no(Refusal.PAYMENT_REQUIRED, unpaid);
        return yes(c, new SeatsReserved(c.cause(), c.user(), wanted, c.booking()));
    }

    private Decision block(BlockSeats c) {
        SeatSet missing = those(c.seats(), n -> !office.exists(n));
        if (!missing.isEmpty()) return no(Refusal.SEAT_NOT_FOUND, missing);
        SeatSet taken = those(c.seats(), n -> office.isTaken(n, c.atMillis()));
        if (!taken.isEmpty()) return no(Refusal.SEAT_UNAVAILABLE, taken);
        SeatSet rest = those(c.seats(), n -> !office.isBlocked(n));
        if (rest.isEmpty()) return Decision.unchanged();
        if (office.blocks.size() >= Block.BLOCKS_MAX && !office.blocks.containsKey(c.note())) {
            return no(Refusal.BLOCK_LIMIT_REACHED);
        }
        return yes(c, new SeatsBlocked(c.cause(), rest, c.note()));
    }

    private Decision unblock(UnblockSeats c) {
        SeatSet missing = those(c.seats(), n -> !office.exists(n));
        if (!missing.isEmpty()) return no(Refusal.SEAT_NOT_FOUND, missing);
        return free(c, those(c.seats(), office::isBlocked));
    }

    private Decision free(Command c, SeatSet blocked) {
        if (blocked.isEmpty()) return Decision.unchanged();
        return yes(c, new SeatsUnblocked(c.cause(), blocked));
    }

    private Decision change(ChangeStatus c) {
        if (c.status() == office.status) return Decision.unchanged();
        if (office.status == EventStatus.CANCELLED) return no(Refusal.EVENT_CANCELLED);
        return yes(c, new StatusChanged(c.cause(), c.status()));
    }

    private Decision change(ChangeEvent c) {
        if (office.status == EventStatus.CANCELLED) return no(Refusal.EVENT_CANCELLED);
        if (c.revision() != office.revision) return no(Refusal.PRECONDITION_FAILED);
        Fact told = new EventChanged(c.cause(), c.details());
        Fact set = new StatusChanged(c.cause(), c.status());
        boolean tells = !c.details().equals(office.details);
        boolean sets = c.status() != office.status;
        if (tells && sets) return yes(c, told, set);
        if (tells) return yes(c, told);
        return sets ? yes(c, set) : Decision.unchanged();
    }

    private Decision confirm(ConfirmListing c) {
        if (c.revision() <= office.confirmed) return Decision.unchanged();
        return yes(c, new ListingConfirmed(c.cause(), Math.min(c.revision(), office.revision)));
    }

    private Decision expire(ExpireHolds c) {
        List<Fact> lapses = lapses(c);
        return lapses.isEmpty() ? Decision.unchanged() : new Decision.Accepted(lapses);
    }

    private List<Fact> lapses(Command c) {
        Cause system = Cause.system(c.atMillis(), c.cause().request());
        List<Fact> lapses = new ArrayList<>();
        SeatSet due = office.due(c.atMillis());
        if (!due.isEmpty()) lapses.add(new HoldsExpired(system, due));
        List<BookingId> over = office.bookings.over(c.atMillis());
        if (!over.isEmpty()) lapses.add(new BookingsExpired(system, over));
        return lapses;
    }

    private boolean isBooked(int n) {
        return office.bookings.isPending(n);
    }

    private Decision make(MakeBooking c) {
        Object outcome = office.bookings.make(c);
        if (outcome == Refusal.SEAT_NOT_FOUND) {
            return no(Refusal.SEAT_NOT_FOUND, those(c.seats(), n -> !office.exists(n)));
        }
        if (!(outcome instanceof TreeSet<?> seats)) return told(c, outcome, SeatSet.none());
        Decision notHis = notHis(c.user(), c.seats(), c.atMillis());
        if (notHis != null) return notHis;
        List<Integer> places = new ArrayList<>();
        seats.forEach(n -> places.add((Integer) n));
        List<Fact> made = office.bookings.made(c, SlowBoxOffice.set(places));
        return yes(c, made.toArray(Fact[]::new));
    }

    /// What a refusal, facts, or nothing to do is as a decision.
    private Decision told(Command c, Object outcome, SeatSet seats) {
        return switch (outcome) {
            case Refusal.SEAT_NOT_FOUND -> no(Refusal.SEAT_NOT_FOUND, seats);
            case Refusal refusal -> no(refusal);
            case List<?> facts -> yes(c, facts.stream().map(Fact.class::cast).toArray(Fact[]::new));
            default -> Decision.unchanged();
        };
    }

    /// Why these seats are not all his to act on; null if they are.
    private @Nullable Decision notHis(UserId user, SeatSet seats, long now) {
        List<Integer> over = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int n : seats.toArray()) {
            if (office.holds(user, n, now)) continue;
            SlowBoxOffice.Held last = office.held.get(n);
            boolean ended = last != null && last.until() <= now && last.user().equals(user);
            (ended || user.equals(office.ranOut.get(n)) ? over : others).add(n);
        }
        if (!others.isEmpty()) return no(Refusal.NOT_YOUR_HOLD, SlowBoxOffice.set(others));
        if (!over.isEmpty()) return no(Refusal.HOLD_EXPIRED, SlowBoxOffice.set(over));
        SeatSet booked = those(seats, this::isBooked);
        return booked.isEmpty() ? null : no(Refusal.SEAT_BOOKED, booked);
    }

    private Decision yes(Command c, Fact... made) {
        List<Fact> facts = new ArrayList<>();
        Cause system = Cause.system(c.atMillis(), c.cause().request());
        if (!office.opened) facts.add(new EventOpened(system, office.event));
        facts.addAll(lapses(c));
        facts.addAll(List.of(made));
        return new Decision.Accepted(facts);
    }

    private static Decision no(Refusal refusal) {
        return no(refusal, SeatSet.none());
    }

    private static Decision no(Refusal refusal, SeatSet seats) {
        return new Decision.Refused(refusal, seats);
    }

    private boolean isDurationAllowed(int seconds) {
        return 0 <= seconds && seconds <= office.details.policy().holdSeconds();
    }

    private long end(long now, int seconds) {
        return now + 1000L * (seconds == 0 ? office.details.policy().holdSeconds() : seconds);
    }

    private static SeatSet those(SeatSet seats, Predicate<Integer> predicate) {
        List<Integer> found = new ArrayList<>();
        for (int n : seats.toArray()) if (predicate.test(n)) found.add(n);
        return SlowBoxOffice.set(found);
    }
}
