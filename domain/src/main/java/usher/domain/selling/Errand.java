package usher.domain.selling;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.event.EventDefinition;
import usher.domain.plan.Money;

/// What a gateway is to be asked about the payment of a booking. It follows from the booking, so
/// whoever looks at it, after a crash as well, finds the same.
///
/// @param event as it was listed: the same however often it is asked
/// @param reference what the gateway calls the payment; empty: it was not opened yet
/// @param amount what there is to pay
/// @param expiresAtMillis until when the booking may be paid, in milliseconds since 1970
public record Errand(
        What what,
        EventDefinition event,
        BookingId booking,
        UUID payment,
        String provider,
        String reference,
        Money amount,
        long expiresAtMillis) {

    /// What to ask for.
    public enum What {
        /// Open the payment, or say how the one that was opened for the same id is called.
        OPEN,
        /// Say how it stands.
        LOOK,
        /// Take no money for it any more, or say that it was taken already.
        CLOSE,
        /// Give all its money back.
        REFUND
    }

    /// What is to be asked about the payment of `booking`, of `event`, at `atMillis`; null:
    /// nothing.
    public static @Nullable Errand of(EventDefinition event, Booking booking, long atMillis) {
        Payment payment = booking.payment();
        if (payment == null || !payment.isUnsettled()) return null;
        return new Errand(
                what(booking, payment, atMillis),
                event,
                booking.id(),
                payment.id(),
                payment.provider(),
                payment.reference(),
                Objects.requireNonNull(booking.amount()),
                booking.expiresAtMillis());
    }

    private static What what(Booking booking, Payment payment, long atMillis) {
        if (payment.status() == PaymentStatus.REFUNDING) return What.REFUND;
        if (!payment.isOpened()) return What.OPEN;
        return booking.mayBePaidAt(atMillis) ? What.LOOK : What.CLOSE;
    }
}
