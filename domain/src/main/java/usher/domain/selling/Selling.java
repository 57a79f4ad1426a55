package usher.domain.selling;

import static usher.domain.Decision.accepted;
import static usher.domain.Decision.refused;
import static usher.domain.Decision.unchanged;
import static usher.domain.Refusal.BOOKING_MISMATCH;
import static usher.domain.Refusal.EVENT_NOT_ON_SALE;
import static usher.domain.Refusal.PAYMENT_REQUIRED;
import static usher.domain.Refusal.SEAT_NOT_FOUND;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.CorruptHistory;
import usher.domain.Decision;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.event.EventState;
import usher.domain.holding.Holding;
import usher.domain.plan.Money;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatTable;

/// The rules of reserving seats, in the order in which callers see them broken.
///
/// What is reserved is a booking like any other, of amount 0: it has tickets, and may be called
/// off.
public final class Selling {

    private final EventState event;
    private final SeatTable seats;
    private final Holding holding;
    private final Bookings bookings;

    public Selling(EventState event, SeatTable seats, Holding holding, Bookings bookings) {
        this.event = event;
        this.seats = seats;
        this.holding = holding;
        this.bookings = bookings;
    }

    public Decision decide(ReserveSeats c) {
        if (bookings.find(c.booking()) != null) return refused(BOOKING_MISMATCH);
        if (!event.isActive()) return refused(EVENT_NOT_ON_SALE);
        SeatSet absent = seats.absentAmong(c.seats());
        if (!absent.isEmpty()) return refused(SEAT_NOT_FOUND, absent);
        SeatSet wanted = c.seats().where(seat -> !seats.get(seat).isReservedBy(c.user()));
        if (wanted.isEmpty()) return unchanged();
        Decision.Refused broken = holding.whyNotHolder(c.user(), wanted, c.atMillis());
        if (broken != null) return broken;
        SeatSet unpaid = wanted.where(seat -> !c.complimentary() && hasPrice(seat));
        if (!unpaid.isEmpty()) return refused(PAYMENT_REQUIRED, unpaid);
        return accepted(new SeatsReserved(c.cause(), c.user(), wanted, c.booking()));
    }

    public void apply(SeatsReserved f) {
        BookingId booking = f.booking();
        if (booking != null && bookings.find(booking) != null) {
            throw new CorruptHistory("booking %s is made twice".formatted(booking));
        }
        for (int i = 0; i < f.seats().size(); i++) {
            int seat = f.seats().get(i);
            requireHeldBy(f.user(), seat, f.cause().atMillis());
            seats.put(seat, SeatRecord.reserved(f.user(), f.cause().atMillis()));
        }
        if (booking != null) bookings.put(booked(f, booking));
    }

    /// It never waits for money: its time is over as it begins.
    private Booking booked(SeatsReserved f, BookingId id) {
        long at = f.cause().atMillis();
        return new Booking(
                id,
                f.user(),
                f.seats(),
                nothing(),
                0,
                BookingStatus.CONFIRMED,
                at,
                at,
                null,
                List.of());
    }

    /// Nothing to pay, in the currency of the event; null if it knows no prices.
    private @Nullable Money nothing() {
        List<Tier> tiers = event.definition().plan().tiers();
        return tiers.isEmpty() ? null : new Money(0, tiers.getFirst().price().currency());
    }

    private boolean hasPrice(int seat) {
        Tier tier = event.definition().plan().tier(seat);
        return tier != null && !tier.price().isNothing();
    }

    private void requireHeldBy(UserId user, int seat, long atMillis) {
        seats.requireHeld(seat, atMillis);
        if (!seats.get(seat).isHeldBy(user, atMillis)) {
            throw new CorruptHistory("seat " + seat + " is not held by " + user);
        }
    }
}
