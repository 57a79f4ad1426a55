package usher.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import usher.domain.event.EventStatus;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.PayBooking;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentStatus;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.ReportPayment;
import usher.domain.selling.StartPayment;

/// The payments of [SlowBookings]: the rules of them, and what facts make of them.
final class SlowPayments {

    private static final long SOON = 15_000;

    private final SlowBookings bookings;

    SlowPayments(SlowBookings bookings) {
        this.bookings = bookings;
    }

    Object pay(PayBooking c) {
        Refusal wrong = whyNotPaid(c.booking(), c.user(), c.atMillis());
        if (wrong != null) return wrong;
        BookingId id = c.booking();
        if (isOpen(id)) return Refusal.PAYMENT_UNDER_WAY;
        return c.succeeds()
                ? List.of(
                        new PaymentSucceeded(c.cause(), id, c.payment(), "simulated"),
                        new BookingConfirmed(c.cause(), id))
                : List.of(
                        new PaymentFailed(c.cause(), id, c.payment(), "simulated"),
                        new BookingEnded(c.cause(), id, BookingStatus.FAILED));
    }

    Object start(StartPayment c) {
        Refusal wrong = whyNotPaid(c.booking(), c.user(), c.atMillis());
        if (wrong != null) return wrong;
        if (isOpen(c.booking())) return Optional.empty();
        return List.of(new PaymentStarted(c.cause(), c.booking(), c.payment(), c.provider()));
    }

    private @Nullable Refusal whyNotPaid(BookingId id, UserId user, long now) {
        Booking b = bookings.all.get(id);
        if (b == null || !b.user().equals(user)) return Refusal.BOOKING_NOT_FOUND;
        if (b.status() == BookingStatus.CONFIRMED) return Refusal.ALREADY_PAID;
        boolean isLate = b.status() != BookingStatus.PENDING || now >= b.expiresAtMillis();
        return isLate ? Refusal.BOOKING_EXPIRED : null;
    }

    private boolean isOpen(BookingId id) {
        Payment payment = bookings.all.get(id).payment();
        return payment != null && payment.status() == PaymentStatus.PENDING;
    }

    Object report(ReportPayment c) {
        Booking b = bookings.all.get(c.booking());
        if (b == null || b.payment() == null || !b.payment().id().equals(c.payment())) {
            return Refusal.BOOKING_NOT_FOUND;
        }
        if (b.payment().provider().equals("simulated")) return Refusal.BOOKING_NOT_FOUND;
        Cause cause = c.cause();
        UUID id = c.payment();
        String provider = b.payment().provider();
        PaymentStatus status = b.payment().status();
        boolean isOver =
                b.status() != BookingStatus.PENDING || c.atMillis() >= SlowBookings.kept(b);
        if (c.report() instanceof PaymentReport.Opened(String reference, String url)) {
            boolean isNew = status == PaymentStatus.PENDING && b.payment().reference().isEmpty();
            if (!isNew) return Optional.empty();
            return List.of(new PaymentOpened(cause, b.id(), id, reference, url));
        }
        if (c.report() instanceof PaymentReport.Succeeded) {
            if (status != PaymentStatus.PENDING && status != PaymentStatus.FAILED) {
                return Optional.empty();
            }
            Fact paid = new PaymentSucceeded(cause, b.id(), id, provider);
            return isOver && !canComeBack(b, c.atMillis())
                    ? List.of(paid, new BookingEnded(cause, b.id(), BookingStatus.REFUNDED))
                    : List.of(paid, new BookingConfirmed(cause, b.id()));
        }
        if (c.report() instanceof PaymentReport.Failed) {
            if (status != PaymentStatus.PENDING) return Optional.empty();
            Fact failed = new PaymentFailed(cause, b.id(), id, provider);
            return isOver
                    ? List.of(failed)
                    : List.of(failed, new BookingEnded(cause, b.id(), BookingStatus.FAILED));
        }
        Fact refunded = new PaymentRefunded(cause, b.id(), id);
        if (status == PaymentStatus.REFUNDING) return List.of(refunded);
        if (status != PaymentStatus.SUCCEEDED) return Optional.empty();
        return List.of(new BookingEnded(cause, b.id(), BookingStatus.REFUNDED), refunded);
    }

    /// Whether a booking that ran out or failed can have its places again.
    private boolean canComeBack(Booking b, long now) {
        SlowBoxOffice office = bookings.office;
        if (b.status() == BookingStatus.CANCELLED) return false;
        if (office.status == EventStatus.CANCELLED) return false;
        for (int n : b.seats().toArray()) {
            if (office.isTaken(n, now) || office.isBlocked(n)) return false;
        }
        long has = office.reservedBy(b.user());
        for (int n : office.held.keySet()) if (office.holds(b.user(), n, now)) has++;
        int max = office.details.policy().seatsPerUser();
        return max == 0 || has + b.seats().size() <= max;
    }

    /// Makes `fact` true; false if it is not about payments.
    boolean apply(Fact fact) {
        switch (fact) {
            case PaymentStarted f -> start(f);
            case PaymentOpened f -> open(f);
            case PaymentSucceeded f ->
                    end(f.booking(), f.payment(), PaymentStatus.SUCCEEDED, f.provider());
            case PaymentFailed f ->
                    end(f.booking(), f.payment(), PaymentStatus.FAILED, f.provider());
            case PaymentRefunded f -> change(f.booking(), p -> ended(p, PaymentStatus.REFUNDED));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void start(PaymentStarted f) {
        Booking b = bookings.all.get(f.booking());
        long due = f.cause().atMillis() + SOON;
        Payment begun = new Payment(f.payment(), PaymentStatus.PENDING, f.provider(), "", "", due);
        for (int n : b.seats().toArray()) {
            long since = bookings.office.held.get(n).since();
            long until = b.expiresAtMillis() + 60_000;
            bookings.office.held.put(n, new SlowBoxOffice.Held(b.user(), since, until, 0));
        }
        bookings.put(b, b.status(), begun, b.checkIns());
    }

    private void open(PaymentOpened f) {
        Booking b = bookings.all.get(f.booking());
        boolean isLive = b.status() == BookingStatus.PENDING;
        long due = isLive ? b.expiresAtMillis() : f.cause().atMillis() + SOON;
        change(
                f.booking(),
                p ->
                        new Payment(
                                p.id(),
                                p.status(),
                                p.provider(),
                                f.reference(),
                                f.checkoutUrl(),
                                due));
    }

    private void end(BookingId id, UUID payment, PaymentStatus status, String provider) {
        Booking b = bookings.all.get(id);
        Payment old = b.payment();
        Payment now = old == null ? new Payment(payment, status, provider) : ended(old, status);
        bookings.put(b, b.status(), now, b.checkIns());
    }

    private void change(BookingId id, UnaryOperator<Payment> change) {
        Booking b = bookings.all.get(id);
        bookings.put(b, b.status(), change.apply(b.payment()), b.checkIns());
    }

    /// What becomes of the payment of a booking that ends.
    static @Nullable Payment stopped(@Nullable Payment p, long now) {
        if (p == null) return null;
        boolean isPaid = p.status() == PaymentStatus.SUCCEEDED;
        if (isPaid && p.provider().equals("simulated")) return ended(p, PaymentStatus.REFUNDED);
        if (!isPaid && p.status() != PaymentStatus.PENDING) return p;
        PaymentStatus status = isPaid ? PaymentStatus.REFUNDING : PaymentStatus.PENDING;
        return new Payment(
                p.id(), status, p.provider(), p.reference(), p.checkoutUrl(), now + SOON);
    }

    private static Payment ended(Payment p, PaymentStatus status) {
        return new Payment(
                p.id(), status, p.provider(), p.reference(), p.checkoutUrl(), Long.MAX_VALUE);
    }
}
