package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.event.EventStatus;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.SeatsReserved;

/// Whose the seats of one event are, told from the facts alone: the slow, obvious twin of the box
/// office.
///
/// It knows no rule but the one that matters: a seat is its owner's until his time is over or he
/// lets it go, and once it is reserved it is his until its booking is called off; a blocked seat is
/// the organizers'.
final class Ownership {

    private static final long FOR_EVER = Long.MAX_VALUE;

    /// Whose the seats are that are kept off sale.
    private static final UserId ORGANIZERS = new UserId(new UUID(0, 0));

    private record Claim(UserId owner, long untilMillis) {}

    private final Map<Integer, Claim> claims = new TreeMap<>();
    private final Map<BookingId, BookingMade> made = new LinkedHashMap<>();
    private final Set<BookingId> live = new LinkedHashSet<>();

    void apply(Fact fact) {
        long at = fact.cause().atMillis();
        switch (fact) {
            case SeatsHeld f ->
                    forEach(f.seats(), seat -> hold(seat, f.user(), at, f.untilMillis()));
            case HoldsRefreshed f ->
                    forEach(f.seats(), seat -> refresh(seat, f.cause(), f.untilMillis()));
            case HoldsReleased f -> forEach(f.seats(), seat -> release(seat, f.cause()));
            case HoldsExpired f -> forEach(f.seats(), seat -> expire(seat, at));
            case SeatsReserved f -> keep(f, at);
            case BookingMade f -> book(f, at);
            case PaymentStarted f -> keep(known(f.booking()));
            case BookingConfirmed f -> confirm(f, at);
            case BookingEnded f -> {
                if (live.contains(f.booking())) end(f.booking());
            }
            case BookingsExpired f -> f.bookings().forEach(id -> runOut(id, at));
            case StatusChanged f when f.status() == EventStatus.CANCELLED -> callOff(at);
            case SeatsBlocked f -> forEach(f.seats(), seat -> hold(seat, ORGANIZERS, at, FOR_EVER));
            case SeatsUnblocked f -> forEach(f.seats(), this::unblock);
            default -> {}
        }
    }

    private void book(BookingMade f, long at) {
        begin(f);
        forEach(
                f.seats(),
                seat -> {
                    Claim claim = claims.get(seat);
                    boolean isHis = claim != null && claim.owner().equals(f.user());
                    if (isHis) claims.remove(seat);
                    hold(seat, f.user(), at, f.untilMillis());
                });
    }

    private void keep(SeatsReserved f, long at) {
        forEach(f.seats(), seat -> reserve(seat, f.user(), at));
        BookingId id = f.booking();
        if (id != null) {
            begin(new BookingMade(f.cause(), id, f.user(), f.seats(), null, 0, FOR_EVER));
        }
    }

    private void begin(BookingMade booking) {
        made.put(booking.booking(), booking);
        live.add(booking.booking());
    }

    /// Who has begun to pay keeps his places for a while longer.
    private void keep(BookingMade booking) {
        long until = booking.untilMillis() + Payment.SETTLING_MILLIS;
        forEach(booking.seats(), seat -> claims.put(seat, new Claim(booking.user(), until)));
    }

    /// It has its places; or it had them, nobody has them now, and it gets them again.
    private void confirm(BookingConfirmed f, long at) {
        BookingMade booking = made.get(f.booking());
        if (booking == null) throw new BrokenPromise("nobody made booking " + f.booking());
        if (live.add(f.booking())) {
            forEach(booking.seats(), seat -> hold(seat, booking.user(), at, at + 1));
        }
        forEach(booking.seats(), seat -> reserve(seat, booking.user(), at));
    }

    private void end(BookingId booking) {
        forEach(known(booking).seats(), claims::remove);
        live.remove(booking);
    }

    private void runOut(BookingId booking, long at) {
        forEach(known(booking).seats(), seat -> expire(seat, at));
        live.remove(booking);
    }

    /// Those whose time is over are written down as such later.
    private void callOff(long at) {
        for (BookingId booking : List.copyOf(live)) {
            Claim claim = claims.get(known(booking).seats().get(0));
            if (claim != null && claim.untilMillis() > at) end(booking);
        }
    }

    private BookingMade known(BookingId booking) {
        BookingMade known = live.contains(booking) ? made.get(booking) : null;
        if (known == null) throw new BrokenPromise("booking " + booking + " is not live");
        return known;
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
