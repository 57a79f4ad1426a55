package usher.domain.selling;

import static usher.domain.Decision.refused;
import static usher.domain.Decision.unchanged;
import static usher.domain.Refusal.ALREADY_PAID;
import static usher.domain.Refusal.BOOKING_EXPIRED;
import static usher.domain.Refusal.BOOKING_NOT_FOUND;
import static usher.domain.Refusal.PAYMENT_UNDER_WAY;

import java.util.List;
import usher.domain.Decision;
import usher.domain.Fact;
import usher.domain.event.EventState;
import usher.domain.holding.Holding;
import usher.domain.seating.SeatTable;

/// The rules of payments, in the order in which callers see them broken.
///
/// A gateway is never asked in here: that somebody wants to pay is a fact, and so is what the
/// gateway said of it. Money that comes when its booking is over takes the places again if they
/// are free, unless somebody called the booking off; else it goes back.
public final class PaymentDesk {

    private final EventState event;
    private final SeatTable seats;
    private final Holding holding;
    private final Bookings bookings;

    public PaymentDesk(EventState event, SeatTable seats, Holding holding, Bookings bookings) {
        this.event = event;
        this.seats = seats;
        this.holding = holding;
        this.bookings = bookings;
    }

    public Decision decide(PayBooking c) {
        Booking booking = bookings.find(c.booking());
        if (booking == null || !booking.user().equals(c.user())) return refused(BOOKING_NOT_FOUND);
        if (booking.status() == BookingStatus.CONFIRMED) return refused(ALREADY_PAID);
        if (!booking.mayBePaidAt(c.atMillis())) return refused(BOOKING_EXPIRED);
        if (booking.isBeingPaid()) return refused(PAYMENT_UNDER_WAY);
        BookingId id = booking.id();
        return c.succeeds()
                ? facts(
                        new PaymentSucceeded(c.cause(), id, c.payment(), Payment.SIMULATED),
                        new BookingConfirmed(c.cause(), id))
                : facts(
                        new PaymentFailed(c.cause(), id, c.payment(), Payment.SIMULATED),
                        new BookingEnded(c.cause(), id, BookingStatus.FAILED));
    }

    public Decision decide(StartPayment c) {
        Booking booking = bookings.find(c.booking());
        if (booking == null || !booking.user().equals(c.user())) return refused(BOOKING_NOT_FOUND);
        if (booking.status() == BookingStatus.CONFIRMED) return refused(ALREADY_PAID);
        if (!booking.mayBePaidAt(c.atMillis())) return refused(BOOKING_EXPIRED);
        if (booking.isBeingPaid()) return unchanged();
        return facts(new PaymentStarted(c.cause(), booking.id(), c.payment(), c.provider()));
    }

    public Decision decide(ReportPayment c) {
        Booking booking = bookings.find(c.booking());
        Payment payment = booking == null ? null : booking.payment();
        boolean isKnown =
                payment != null && payment.isAtGateway() && payment.id().equals(c.payment());
        if (booking == null || payment == null || !isKnown) return refused(BOOKING_NOT_FOUND);
        return switch (c.report()) {
            case PaymentReport.Opened opened -> opened(c, payment, opened);
            case PaymentReport.Succeeded() -> succeeded(c, booking, payment);
            case PaymentReport.Failed() -> failed(c, booking, payment);
            case PaymentReport.Refunded() -> refunded(c, booking, payment);
        };
    }

    private static Decision opened(ReportPayment c, Payment payment, PaymentReport.Opened opened) {
        boolean isNews = payment.status() == PaymentStatus.PENDING && !payment.isOpened();
        if (!isNews) return unchanged();
        String reference = opened.reference();
        return facts(
                new PaymentOpened(
                        c.cause(), c.booking(), c.payment(), reference, opened.checkoutUrl()));
    }

    private Decision succeeded(ReportPayment c, Booking booking, Payment payment) {
        if (!payment.canEndAs(PaymentStatus.SUCCEEDED)) return unchanged();
        Fact paid = new PaymentSucceeded(c.cause(), c.booking(), c.payment(), payment.provider());
        return isStillWanted(booking.at(c.atMillis()), c.atMillis())
                ? facts(paid, new BookingConfirmed(c.cause(), c.booking()))
                : facts(paid, new BookingEnded(c.cause(), c.booking(), BookingStatus.REFUNDED));
    }

    /// Whether `booking` can have its places for the money that has come.
    private boolean isStillWanted(Booking booking, long atMillis) {
        return switch (booking.status()) {
            case PENDING -> true;
            case EXPIRED, FAILED -> canBeTakenAgain(booking, atMillis);
            case CANCELLED, CONFIRMED, REFUNDED -> false;
        };
    }

    private boolean canBeTakenAgain(Booking booking, long atMillis) {
        return !event.isCancelled()
                && booking.seats().allMatch(seat -> seats.get(seat).isFreeAt(atMillis))
                && holding.mayHave(booking.user(), booking.seats().size(), atMillis);
    }

    private static Decision failed(ReportPayment c, Booking booking, Payment payment) {
        if (!payment.canEndAs(PaymentStatus.FAILED)) return unchanged();
        Fact failed = new PaymentFailed(c.cause(), c.booking(), c.payment(), payment.provider());
        boolean isOver = booking.at(c.atMillis()).status() != BookingStatus.PENDING;
        return isOver
                ? facts(failed)
                : facts(failed, new BookingEnded(c.cause(), c.booking(), BookingStatus.FAILED));
    }

    /// Money that went back although nobody asked for it here takes its booking with it.
    private static Decision refunded(ReportPayment c, Booking booking, Payment payment) {
        Fact refunded = new PaymentRefunded(c.cause(), c.booking(), c.payment());
        if (payment.canEndAs(PaymentStatus.REFUNDED)) return facts(refunded);
        return booking.isPaid()
                ? facts(new BookingEnded(c.cause(), c.booking(), BookingStatus.REFUNDED), refunded)
                : unchanged();
    }

    private static Decision facts(Fact... facts) {
        return new Decision.Accepted(List.of(facts));
    }
}
