package usher.server.payments;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import usher.domain.selling.Errand;
import usher.domain.selling.PaymentReport;
import usher.engine.PaymentGateway;
import usher.server.Settings;

/// The providers of payments that this node knows. Each question has a thread of its own, which may
/// wait as long as the provider's time-out; the engine bounds how many there are. Thread-safe.
@Singleton
public final class Gateways implements PaymentGateway {

    private final Map<String, Gateway> byProvider = new HashMap<>();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("usher-pay-", 1).factory());
    private final long lookMillis;

    Gateways(Settings settings) {
        lookMillis = 1000L * settings.paymentLookSeconds();
        byProvider.put(SimulatedGateway.LATER, new SimulatedGateway());
        byProvider.put(SimulatedGateway.NEVER, new SimulatedGateway());
        settings.stripeKey()
                .ifPresent(
                        key -> byProvider.put(StripeGateway.NAME, StripeGateway.of(settings, key)));
    }

    @Override
    public CompletionStage<Optional<PaymentReport>> ask(Errand errand) {
        Gateway gateway = byProvider.get(errand.provider());
        return gateway == null
                ? PaymentGateway.none().ask(errand)
                : CompletableFuture.supplyAsync(() -> gateway.ask(errand), threads);
    }

    @Override
    public long lookMillis() {
        return lookMillis;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
