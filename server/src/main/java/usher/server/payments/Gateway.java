package usher.server.payments;

import java.util.Optional;
import usher.domain.selling.Errand;
import usher.domain.selling.PaymentReport;

/// One provider of payments, asked on a thread that may wait for it.
interface Gateway {

    /// Does what `errand` asks for; asked for the same payment again, it does so once.
    ///
    /// @return what is known of the payment then; empty: nothing that is news
    /// @throws GatewayTrouble if nobody knows
    Optional<PaymentReport> ask(Errand errand);
}
