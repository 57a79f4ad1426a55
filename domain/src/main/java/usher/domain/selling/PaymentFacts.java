package usher.domain.selling;

import java.util.UUID;
import usher.domain.CorruptHistory;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatTable;

/// Makes facts about payments true. What they mean for the booking is said by facts of its own,
/// which [BookingFacts] makes true in the same entry.
///
/// A fact that contradicts what is true already is a [CorruptHistory].
public final class PaymentFacts {

    private final SeatTable seats;
    private final Bookings bookings;

    public PaymentFacts(SeatTable seats, Bookings bookings) {
        this.seats = seats;
        this.bookings = bookings;
    }

    public void apply(PaymentStarted f) {
        Booking booking = bookings.find(f.booking());
        if (booking == null || !isUnpaid(booking)) throw corrupt("cannot be paid", f.booking());
        long at = f.cause().atMillis();
        Booking begun = booking.with(Payment.started(f.payment(), f.provider(), at));
        begun.seats().forEach(seat -> keep(begun, seat, at));
        bookings.put(begun);
    }

    public void apply(PaymentOpened f) {
        Booking booking = known(f.booking(), f.payment());
        Payment payment = paymentOf(booking);
        if (payment.status() != PaymentStatus.PENDING || payment.isOpened()) {
            throw corrupt("is opened as " + payment.status(), f.booking());
        }
        boolean isLive = booking.status() == BookingStatus.PENDING;
        long overdue = f.cause().atMillis() + Payment.TAKEOVER_MILLIS;
        long due = isLive ? booking.expiresAtMillis() : overdue;
        bookings.put(booking.with(payment.opened(f.reference(), f.checkoutUrl(), due)));
    }

    public void apply(PaymentSucceeded f) {
        end(new Payment(f.payment(), PaymentStatus.SUCCEEDED, f.provider()), f.booking());
    }

    public void apply(PaymentFailed f) {
        end(new Payment(f.payment(), PaymentStatus.FAILED, f.provider()), f.booking());
    }

    public void apply(PaymentRefunded f) {
        Booking booking = known(f.booking(), f.payment());
        Payment payment = paymentOf(booking);
        if (!payment.canEndAs(PaymentStatus.REFUNDED)) {
            throw corrupt("is refunded, and its payment " + payment.status(), f.booking());
        }
        bookings.put(booking.with(payment.settled(PaymentStatus.REFUNDED)));
    }

    /// One that nobody began is as it ended; one that is known ends as `ended` did.
    private void end(Payment ended, BookingId id) {
        Booking booking = bookings.find(id);
        if (booking != null && isUnpaid(booking)) {
            bookings.put(booking.with(ended));
            return;
        }
        Booking begun = known(id, ended.id());
        Payment payment = paymentOf(begun);
        if (!payment.canEndAs(ended.status())) {
            String change = "%s and becomes %s".formatted(payment.status(), ended.status());
            throw corrupt("has a payment that was " + change, id);
        }
        bookings.put(begun.with(payment.settled(ended.status())));
    }

    /// Whether this is a booking that was never begun to be paid, and waits for it.
    private static boolean isUnpaid(Booking booking) {
        return booking.status() == BookingStatus.PENDING && booking.payment() == null;
    }

    private void keep(Booking booking, int seat, long atMillis) {
        seats.requireHeld(seat, atMillis);
        long since = seats.get(seat).sinceMillis();
        seats.put(seat, SeatRecord.held(booking.user(), since, booking.keptUntilMillis()));
    }

    private Booking known(BookingId id, UUID payment) {
        Booking booking = bookings.find(id);
        boolean isKnown = booking != null && paymentOf(booking).id().equals(payment);
        if (booking == null || !isKnown) throw corrupt("has no payment " + payment, id);
        return booking;
    }

    private static Payment paymentOf(Booking booking) {
        Payment payment = booking.payment();
        if (payment == null) throw corrupt("has no payment", booking.id());
        return payment;
    }

    private static CorruptHistory corrupt(String what, BookingId booking) {
        return new CorruptHistory("booking %s %s".formatted(booking, what));
    }
}
