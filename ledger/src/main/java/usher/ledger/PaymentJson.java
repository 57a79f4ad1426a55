package usher.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.selling.BookingId;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentStatus;
import usher.domain.selling.PaymentSucceeded;

/// Payments, and the facts about them, as JSON. What a payment does not have is left out.
final class PaymentJson {

    private static final Words<PaymentStatus> STATUS =
            Words.of(PaymentStatus.values(), PaymentStatus::name);

    private PaymentJson() {}

    /// The fields of a whole payment, in those of its booking.
    static void writeFields(Payment payment, JsonBytes out) {
        write(payment.id(), payment.provider(), out);
        out.field("paymentStatus").plain(payment.status().name());
        if (payment.isOpened()) writeOpened(payment.reference(), payment.checkoutUrl(), out);
        if (payment.isUnsettled()) out.field("due").value(payment.dueMillis());
    }

    static void write(UUID id, String provider, JsonBytes out) {
        out.field("payment").value(id);
        out.field("provider").value(provider);
    }

    /// What the gateway said when it opened the payment.
    static void writeOpened(String reference, String checkoutUrl, JsonBytes out) {
        out.field("reference").value(reference);
        if (!checkoutUrl.isEmpty()) out.field("checkoutUrl").value(checkoutUrl);
    }

    /// What was read of a payment so far.
    static final class Draft {

        private @Nullable UUID id;
        private @Nullable String status;
        private @Nullable String provider;
        private String reference = "";
        private String checkoutUrl = "";
        private long dueMillis = Long.MAX_VALUE;

        /// Reads the value of `field`; false if it says nothing of payments.
        boolean readField(Field field, JsonReader json) {
            switch (field) {
                case PAYMENT -> id = json.uuidValue();
                case PAYMENT_STATUS -> status = json.stringValue();
                case PROVIDER -> provider = json.stringValue();
                case REFERENCE -> reference = json.stringValue();
                case CHECKOUT_URL -> checkoutUrl = json.stringValue();
                case DUE -> dueMillis = json.longValue();
                default -> {
                    return false;
                }
            }
            return true;
        }

        /// A fact about a payment of `booking`.
        Fact fact(FactName name, Cause cause, BookingId booking) {
            return switch (name) {
                case PAYMENT_STARTED -> new PaymentStarted(cause, booking, id(), provider());
                case PAYMENT_OPENED ->
                        new PaymentOpened(cause, booking, id(), reference(), checkoutUrl);
                case PAYMENT_SUCCEEDED -> new PaymentSucceeded(cause, booking, id(), provider());
                case PAYMENT_FAILED -> new PaymentFailed(cause, booking, id(), provider());
                case PAYMENT_REFUNDED -> new PaymentRefunded(cause, booking, id());
                default -> throw new IllegalArgumentException(name + " says nothing of payments");
            };
        }

        /// A whole payment; null if nothing was said of one.
        @Nullable Payment whole() {
            if (id == null) return null;
            PaymentStatus known = STATUS.require(Field.PAYMENT_STATUS, status);
            return new Payment(id, known, provider(), reference, checkoutUrl, dueMillis);
        }

        private UUID id() {
            return FieldsSeen.require(Field.PAYMENT, id);
        }

        private String provider() {
            return FieldsSeen.require(Field.PROVIDER, provider);
        }

        private String reference() {
            return FieldsSeen.require(Field.REFERENCE, reference.isEmpty() ? null : reference);
        }
    }
}
