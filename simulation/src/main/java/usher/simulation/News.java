package usher.simulation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;
import usher.domain.selling.BookingId;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.ReportPayment;

/// What somebody must have said of a payment, for a fact to be there.
final class News {

    private News() {}

    /// The report that makes `fact`; null if it is not about what a gateway says.
    static @Nullable ReportPayment of(Fact fact) {
        return switch (fact) {
            case PaymentOpened f ->
                    of(
                            f,
                            f.booking(),
                            f.payment(),
                            new PaymentReport.Opened(f.reference(), f.checkoutUrl()));
            case PaymentSucceeded f ->
                    of(f, f.booking(), f.payment(), new PaymentReport.Succeeded());
            case PaymentFailed f -> of(f, f.booking(), f.payment(), new PaymentReport.Failed());
            case PaymentRefunded f -> of(f, f.booking(), f.payment(), new PaymentReport.Refunded());
            default -> null;
        };
    }

    private static ReportPayment of(
            Fact fact, BookingId booking, UUID payment, PaymentReport report) {
        return new ReportPayment(fact.cause(), booking, payment, report);
    }
}
