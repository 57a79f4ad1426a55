package usher.server.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Counts requests to endpoints by what became of them, for `/metrics`. Thread-safe.
@Singleton
final class DeliveryCounts {

    private final MeterRegistry registry;

    DeliveryCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    /// A request ended like this after `nanos`.
    void ended(Verdict verdict, long nanos) {
        Timer.builder("usher.webhook.requests")
                .description("requests to webhook endpoints, until they were answered")
                .tag("outcome", verdict.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /// A delivery was set aside.
    void setAside() {
        registry.counter("usher.webhook.set.aside").increment();
    }
}
