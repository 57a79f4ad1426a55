package usher.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import usher.domain.selling.Errand;
import usher.domain.selling.PaymentReport;

/// Whoever takes money: asked outside of the state machine, about payments that are facts already.
///
/// The engine asks again until it has an answer, on another node as well, and may ask the same at
/// the same time: asked for the same payment twice, a gateway does it once. Thread-safe.
@FunctionalInterface
public interface PaymentGateway {

    /// Does what `errand` asks for, without holding up the caller.
    ///
    /// @return what is known of the payment then; empty: nothing that is news. Fails with a
    ///     [RuntimeException] if nobody knows: it is asked again
    CompletionStage<Optional<PaymentReport>> ask(Errand errand);

    /// How often an open payment is looked at, in milliseconds, since its gateway may forget to
    /// tell.
    default long lookMillis() {
        return 20_000;
    }

    /// Nobody takes money: what was begun elsewhere stays as it is.
    static PaymentGateway none() {
        return errand ->
                CompletableFuture.failedStage(
                        new IllegalStateException(
                                "this node has no payment provider " + errand.provider()));
    }
}
