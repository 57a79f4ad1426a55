package usher.domain.holding;

import static usher.domain.Decision.accepted;
import static usher.domain.Decision.refused;
import static usher.domain.Decision.unchanged;
import static usher.domain.Refusal.ACCESS_CODE_REQUIRED;
import static usher.domain.Refusal.EVENT_NOT_ON_SALE;
import static usher.domain.Refusal.HOLD_EXPIRED;
import static usher.domain.Refusal.HOLD_LIMIT_REACHED;
import static usher.domain.Refusal.INVALID_FIELD;
import static usher.domain.Refusal.NOT_ENOUGH_SEATS;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.REFRESH_LIMIT_REACHED;
import static usher.domain.Refusal.SEAT_BOOKED;
import static usher.domain.Refusal.SEAT_LIMIT_REACHED;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Refusal.TIER_NOT_FOUND;
import static usher.domain.Refusal.WRONG_ACCESS_CODE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.choosing.BestPlaces;
import usher.domain.event.EventState;
import usher.domain.event.Policy;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.seating.FreeSeats;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatTable;

/// The rules of holding seats, in the order in which callers see them broken.
///
/// A hold whose time is over counts as free at once, whether or not that is written down yet.
public final class Holding {

    private final EventState event;
    private final SeatTable seats;
    private final IntPredicate booked;
    private final BestPlaces places;
    private final Plan plan;
    private final AccessCodes codes;

    /// @param booked whether a seat is held for a booking, which alone decides about it
    public Holding(EventState event, SeatTable seats, IntPredicate booked) {
        this.event = event;
        this.seats = seats;
        this.booked = booked;
        this.places = new BestPlaces(event.definition().plan());
        this.plan = event.definition().plan();
        this.codes = event.definition().codes();
    }

    public Decision decide(HoldSeats c) {
        long at = c.atMillis();
        AccessCode code = codes.find(c.code());
        if (c.code() != null && code == null) return refused(WRONG_ACCESS_CODE);
        if (!event.isOnSale(at, code)) return refused(EVENT_NOT_ON_SALE);
        SeatSet absent = seats.absentAmong(c.seats());
        if (!absent.isEmpty()) return refused(SEAT_NOT_FOUND, absent);
        SeatSet closed = c.seats().where(seat -> !codes.opens(plan.tier(seat), code));
        if (!closed.isEmpty()) return refused(ACCESS_CODE_REQUIRED, closed);
        if (!policy().allowsHoldOf(c.holdSeconds())) return refused(INVALID_FIELD);
        SeatSet wanted = c.seats().where(seat -> !isHold(seat, c.user(), at));
        if (wanted.isEmpty()) return unchanged();
        SeatSet taken = wanted.where(seat -> !seats.get(seat).isFreeAt(at));
        if (!taken.isEmpty()) return refused(SEAT_UNAVAILABLE, taken);
        Decision.Refused tooMany = whyTooMany(c.user(), wanted.size(), at);
        if (tooMany != null) return tooMany;
        return accepted(new SeatsHeld(c.cause(), c.user(), wanted, until(at, c.holdSeconds())));
    }

    public Decision decide(HoldBestSeats c) {
        long at = c.atMillis();
        AccessCode code = codes.find(c.code());
        if (c.code() != null && code == null) return refused(WRONG_ACCESS_CODE);
        if (!event.isOnSale(at, code)) return refused(EVENT_NOT_ON_SALE);
        if (!hasTier(c.tier())) return refused(TIER_NOT_FOUND);
        if (!isOpen(c.tier(), code)) return refused(ACCESS_CODE_REQUIRED);
        if (!policy().allowsHoldOf(c.holdSeconds())) return refused(INVALID_FIELD);
        Decision.Refused tooMany = whyTooMany(c.user(), c.quantity(), at);
        if (tooMany != null) return tooMany;
        SeatSet best = best(seats.freeAt(at), c.tier(), c.quantity(), c.accessible(), code);
        if (best == null) return refused(NOT_ENOUGH_SEATS);
        return accepted(new SeatsHeld(c.cause(), c.user(), best, until(at, c.holdSeconds())));
    }

    public Decision decide(RefreshHolds c) {
        long at = c.atMillis();
        if (!event.isSelling(at)) return refused(EVENT_NOT_ON_SALE);
        SeatSet absent = seats.absentAmong(c.seats());
        if (!absent.isEmpty()) return refused(SEAT_NOT_FOUND, absent);
        if (!policy().allowsHoldOf(c.holdSeconds())) return refused(INVALID_FIELD);
        Decision.Refused broken = whyNotHolder(c.user(), c.seats(), at);
        if (broken != null) return broken;
        SeatSet spent = c.seats().where(seat -> refreshesLeft(seats.get(seat)) == 0);
        if (!spent.isEmpty()) return refused(REFRESH_LIMIT_REACHED, spent);
        if (c.seats().isEmpty()) return unchanged();
        return accepted(new HoldsRefreshed(c.cause(), c.seats(), until(at, c.holdSeconds())));
    }

    public Decision decide(ReleaseHolds c) {
        SeatSet absent = seats.absentAmong(c.seats());
        if (!absent.isEmpty()) return refused(SEAT_NOT_FOUND, absent);
        Decision.Refused broken = whyNotHolder(c.user(), c.seats(), c.atMillis());
        if (broken != null) return broken;
        if (c.seats().isEmpty()) return unchanged();
        return accepted(new HoldsReleased(c.cause(), c.seats()));
    }

    public Decision decide(ReleaseAllHolds c) {
        SeatSet held = heldSeatsOf(c.user(), c.atMillis());
        return held.isEmpty() ? unchanged() : accepted(new HoldsReleased(c.cause(), held));
    }

    /// The best `quantity` places of `tier` at `atMillis` that are not among `others`; null if
    /// there
    /// are not enough.
    public @Nullable SeatSet best(
            String tier, int quantity, @Nullable AccessCode code, SeatSet others, long atMillis) {
        return best(seats.freeAt(atMillis).without(others), tier, quantity, false, code);
    }

    private @Nullable SeatSet best(
            FreeSeats free,
            @Nullable String tier,
            int quantity,
            boolean accessible,
            @Nullable AccessCode code) {
        return places.choose(
                free,
                quantity,
                accessible,
                section -> isOf(tier, section.tier()) && codes.opens(section.tier(), code));
    }

    /// Why `user` may not hold `more` seats beside those that he has at `atMillis`; null if he may.
    public Decision.@Nullable Refused whyTooMany(UserId user, int more, long atMillis) {
        int held = seats.heldBy(user, atMillis) + more;
        if (!policy().allowsHeld(held)) return refused(HOLD_LIMIT_REACHED);
        int reserved = seats.countOf(user, SeatStatus.RESERVED);
        return policy().allowsSeats(held + reserved) ? null : refused(SEAT_LIMIT_REACHED);
    }

    /// Whether `user` may have `more` seats for good beside those that he has at `atMillis`.
    public boolean mayHave(UserId user, int more, long atMillis) {
        int held = seats.heldBy(user, atMillis);
        return policy().allowsSeats(held + seats.countOf(user, SeatStatus.RESERVED) + more);
    }

    private boolean isHold(int seat, UserId user, long atMillis) {
        return seats.get(seat).isHeldBy(user, atMillis) && !booked.test(seat);
    }

    private SeatSet heldSeatsOf(UserId user, long atMillis) {
        return seats.heldSeatsOf(user, atMillis).where(seat -> !booked.test(seat));
    }

    private boolean hasTier(@Nullable String name) {
        return name == null || plan.tier(name) != null;
    }

    private boolean isOpen(@Nullable String name, @Nullable AccessCode code) {
        return name == null || codes.opens(plan.tier(name), code);
    }

    private static boolean isOf(@Nullable String name, @Nullable Tier tier) {
        return name == null || (tier != null && tier.name().equals(name));
    }

    /// Why `user` may not act on `wanted`, seats that exist, as their holder at `atMillis`; null
    /// if he may.
    public Decision.@Nullable Refused whyNotHolder(UserId user, SeatSet wanted, long atMillis) {
        SeatSet others = wanted.where(seat -> !seats.get(seat).isHeldBy(user, atMillis));
        if (others.isEmpty()) {
            SeatSet inBookings = wanted.where(booked);
            return inBookings.isEmpty() ? null : new Decision.Refused(SEAT_BOOKED, inBookings);
        }
        SeatSet never = others.where(seat -> !seats.get(seat).wasHeldBy(user, atMillis));
        return never.isEmpty()
                ? new Decision.Refused(HOLD_EXPIRED, others)
                : new Decision.Refused(NOT_YOUR_HOLD, never);
    }

    public void apply(SeatsHeld f) {
        long since = f.cause().atMillis();
        for (int i = 0; i < f.seats().size(); i++) {
            int seat = f.seats().get(i);
            seats.require(seat, SeatStatus.AVAILABLE);
            seats.put(seat, SeatRecord.held(f.user(), since, f.untilMillis()));
        }
    }

    public void apply(HoldsRefreshed f) {
        for (int i = 0; i < f.seats().size(); i++) {
            int seat = f.seats().get(i);
            seats.requireHeld(seat, f.cause().atMillis());
            seats.put(seat, seats.get(seat).refreshedUntil(f.untilMillis()));
        }
    }

    public void apply(HoldsReleased f) {
        for (int i = 0; i < f.seats().size(); i++) {
            int seat = f.seats().get(i);
            seats.requireHeld(seat, f.cause().atMillis());
            seats.put(seat, SeatRecord.FREE);
        }
    }

    public void apply(HoldsExpired f) {
        for (int i = 0; i < f.seats().size(); i++) {
            int seat = f.seats().get(i);
            seats.requireOver(seat, f.cause().atMillis());
            seats.put(seat, SeatRecord.expired(seats.get(seat).owner()));
        }
    }

    /// The seats that the facts `made` by one command give to its user.
    public static SeatSet heldBy(List<Fact> made) {
        for (Fact fact : made) {
            if (fact instanceof SeatsHeld held) return held.seats();
        }
        throw new IllegalArgumentException("nothing is held by " + made);
    }

    /// The holds of `wanted`, seats that are all held.
    public List<Hold> holds(SeatSet wanted) {
        List<Hold> holds = new ArrayList<>(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            holds.add(hold(wanted.get(i)));
        }
        return holds;
    }

    /// The holds of `user` at `atMillis`, by seat number.
    public List<Hold> holdsOf(UserId user, long atMillis) {
        return holds(heldSeatsOf(user, atMillis));
    }

    private Hold hold(int seat) {
        SeatRecord held = seats.get(seat);
        return new Hold(
                event.definition(),
                seat,
                Objects.requireNonNull(held.owner()),
                held.sinceMillis(),
                held.untilMillis(),
                refreshesLeft(held));
    }

    private int refreshesLeft(SeatRecord held) {
        return Math.max(0, policy().refreshesMax() - held.refreshesUsed());
    }

    private long until(long atMillis, int holdSeconds) {
        return atMillis + policy().holdMillis(holdSeconds);
    }

    private Policy policy() {
        return event.details().policy();
    }
}
