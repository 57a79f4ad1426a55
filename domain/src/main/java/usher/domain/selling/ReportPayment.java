package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Command;

/// Write down what a gateway says of a payment. What is not news changes nothing, so it may be said
/// twice, late, or in any order.
public record ReportPayment(Cause cause, BookingId booking, UUID payment, PaymentReport report)
        implements Command {}
