package usher.bench.office;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import usher.domain.BoxOffice;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.Decision;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.holding.HoldBestSeats;
import usher.domain.holding.HoldSeats;
import usher.domain.plan.Plan;
import usher.domain.selling.BookingId;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.SeatsReserved;

/// Box offices of the largest event, and what is asked of them: every seat for another user.
final class Offices {

    static final int SEATS = Plan.TOTAL_SEATS_MAX;

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    private static final long NOW_MILLIS = OPENED.toEpochMilli() + 1000;
    private static final EventDetails DETAILS =
            EventDetails.of("Largest event", new Policy(Policy.HOLD_SECONDS_MAX, 10, 0, 0, 5));

    private Offices() {}

    static BoxOffice open() {
        return open(Plan.plain(SEATS));
    }

    static BoxOffice open(Plan plan) {
        EventId id = EventId.of(OPENED.toEpochMilli(), 1);
        return new BoxOffice(new EventDefinition(id, DETAILS, plan, OPENED));
    }

    /// Reserves `seats` for one user.
    static void sell(BoxOffice office, SeatSet seats) {
        if (seats.isEmpty()) return;
        carryOut(office, new HoldSeats(cause(0), seats, 0));
        BookingId booking = new BookingId(new UUID(office.version(), 0));
        carryOut(office, new ReserveSeats(cause(0), seats, booking));
        office.closeEntry();
    }

    static HoldSeats hold(int seat) {
        return new HoldSeats(cause(seat), SeatSet.of(seat), 0);
    }

    static HoldBestSeats holdBest(int quantity) {
        return new HoldBestSeats(cause(1), null, quantity, false, 0);
    }

    /// Reserves a seat for who holds it, as no booking: what a booking takes is not the seat's.
    static void keep(BoxOffice office, int seat) {
        Cause cause = cause(seat);
        office.apply(new SeatsReserved(cause, cause.user(), SeatSet.of(seat), null));
    }

    /// Decides `command` and makes it true; the facts that it made.
    ///
    /// @throws IllegalStateException if it is refused
    static List<Fact> carryOut(BoxOffice office, Command command) {
        if (!(office.decide(command) instanceof Decision.Accepted(List<Fact> facts))) {
            throw new IllegalStateException("refused: " + command);
        }
        for (Fact fact : facts) {
            office.apply(fact);
        }
        return facts;
    }

    /// Hashed from the seat's number, so that ids look like those of real users.
    private static Cause cause(int seat) {
        long high = seat * 0x9E37_79B9_7F4A_7C15L;
        long low = Long.rotateLeft(high, 31) * 0xBF58_476D_1CE4_E5B9L;
        return Cause.of(NOW_MILLIS, new UserId(new UUID(high, low)), "r" + seat);
    }
}
