package usher.server.payments;

import java.util.Optional;
import usher.domain.selling.Errand;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentReport;

/// A provider that takes nobody's money and takes its time: for trying out what a shop does while a
/// payment is under way. It remembers nothing; what it answers follows from its name.
final class SimulatedGateway implements Gateway {

    /// Succeeds when it is looked at for the first time.
    static final String LATER = Payment.SIMULATED + "-later";

    /// Neither succeeds nor fails until it is closed.
    static final String NEVER = Payment.SIMULATED + "-never";

    @Override
    public Optional<PaymentReport> ask(Errand errand) {
        return switch (errand.what()) {
            case OPEN -> Optional.of(new PaymentReport.Opened(errand.payment().toString(), ""));
            case LOOK ->
                    errand.provider().equals(LATER)
                            ? Optional.of(new PaymentReport.Succeeded())
                            : Optional.empty();
            case CLOSE -> Optional.of(new PaymentReport.Failed());
            case REFUND -> Optional.of(new PaymentReport.Refunded());
        };
    }
}
