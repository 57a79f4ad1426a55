package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.SeatsReserved;

/// Whose the seats of one event are, told from the facts alone: the slow, obvious twin of the box
/// office.
///
/// It knows no rule but the one that matters: a seat is its owner's until his time is over or he
/// lets it go, and once it is reserved it is his for ever; a blocked seat is the organizers'.
final class Ownership {

    private static final long FOR_EVER = Long.MAX_VALUE;

    /// Whose the seats are that are kept off sale.
    private static final UserId ORGANIZERS = new UserId(new UUID(0, 0));

    private record Claim(UserId owner, long untilMillis) {}

    private final Map<Integer, Claim> claims = new TreeMap<>();

    void apply(Fact fact) {
        long at = fact.cause().atMillis();
        switch (fact) {
            case SeatsHeld f ->
                    forEach(f.seats(), seat -> hold(seat, f.user(), at, f.untilMillis()));
            case HoldsRefreshed f ->
                    forEach(f.seats(), seat -> refresh(seat, f.cause(), f.untilMillis()));
            case HoldsReleased f -> forEach(f.seats(), seat -> release(seat, f.cause()));
            case HoldsExpired f -> forEach(f.seats(), seat -> expire(seat, at));
            case SeatsReserved f -> forEach(f.seats(), seat -> reserve(seat, f.user(), at));
            case SeatsBlocked f -> forEach(f.seats(), seat -> hold(seat, ORGANIZERS, at, FOR_EVER));
            case SeatsUnblocked f -> forEach(f.seats(), this::unblock);
            default -> {}
        }
    }

    private void hold(int seat, UserId user, long at, long until) {
        Claim claim = claims.get(seat);
        unless(
                claim == null || claim.untilMillis() <= at,
                "seat %d was given to %s at %d while it was %s",
                seat,
                user,
                at,
                claim);
        claims.put(seat, new Claim(user, until));
    }

    private void refresh(int seat, Cause cause, long until) {
        Claim claim = mine(seat, cause.user(), cause.atMillis());
        claims.put(seat, new Claim(claim.owner(), Math.max(claim.untilMillis(), until)));
    }

    private void release(int seat, Cause cause) {
        mine(seat, cause.user(), cause.atMillis());
        claims.remove(seat);
    }

    private void expire(int seat, long at) {
        Claim claim = claims.remove(seat);
        unless(
                claim != null && claim.untilMillis() <= at,
                "the hold of seat %d ended at %d, too early: it was %s",
                seat,
                at,
                claim);
    }

    private void reserve(int seat, UserId user, long at) {
        mine(seat, user, at);
        claims.put(seat, new Claim(user, FOR_EVER));
    }

    private void unblock(int seat) {
        Claim claim = claims.remove(seat);
        unless(
                claim != null && claim.owner().equals(ORGANIZERS),
                "seat %d was unblocked that was %s",
                seat,
                claim);
    }

    private Claim mine(int seat, UserId user, long at) {
        @Nullable Claim claim = claims.get(seat);
        if (claim == null
                || !claim.owner().equals(user)
                || claim.untilMillis() <= at
                || claim.untilMillis() == FOR_EVER) {
            throw new BrokenPromise(
                    "%s did something to seat %d at %d that was %s"
                            .formatted(user, seat, at, claim));
        }
        return claim;
    }

    private interface SeatAction {
        void accept(int seat);
    }

    private static void forEach(SeatSet seats, SeatAction action) {
        for (int i = 0; i < seats.size(); i++) {
            action.accept(seats.get(i));
        }
    }
}
