package usher.server.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;
import usher.engine.relay.RelayObserver;
import usher.engine.relay.Relays;
import usher.engine.relay.Standing;
import usher.ledger.StreamId;

/// Counts what the relays do, for `/metrics`, by kind of destination. Called on their thread.
@Singleton
public final class RelayMetrics implements RelayObserver {

    private static final Logger LOG = Logger.getLogger(RelayMetrics.class);
    private static final List<String> KINDS = List.of("rabbitmq", "webhook");

    private final MeterRegistry registry;

    RelayMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// Shows how far the routes of `relays` have come, from now on.
    void watch(Relays relays) {
        for (String kind : KINDS) {
            gauge(
                    "usher.relay.behind",
                    "streams with more to send",
                    kind,
                    relays,
                    Standing::behind);
            gauge("usher.relay.held.up", "streams held up", kind, relays, Standing::heldUp);
        }
    }

    @Override
    public void relayed(String route, int entries, int facts, long lagMillis) {
        registry.counter("usher.relay.facts", tags(route)).increment(facts);
        Timer.builder("usher.relay.lag")
                .description("from being true to having arrived")
                .tags(tags(route))
                .register(registry)
                .record(Math.max(0, lagMillis), TimeUnit.MILLISECONDS);
    }

    @Override
    public void heldUp(String route, StreamId stream, String reason, long againMillis) {
        registry.counter("usher.relay.refused", tags(route)).increment();
        LOG.infof("%s did not take %s, again in %d ms: %s", route, stream, againMillis, reason);
    }

    @Override
    public void away(String route, String reason, long againMillis) {
        registry.counter("usher.relay.away", tags(route)).increment();
        LOG.warnf("%s cannot be reached, again in %d ms: %s", route, againMillis, reason);
    }

    /// The route `route` could not deliver a message, since nobody wants it.
    public void returned(String route) {
        registry.counter("usher.relay.returned", tags(route)).increment();
    }

    @Override
    public void leads(boolean isLeading) {
        LOG.info(isLeading ? "this node relays" : "this node does not relay any more");
    }

    @Override
    public void troubled(String reason) {
        LOG.warnf("the relays begin again: %s", reason);
    }

    private void gauge(
            String name,
            String description,
            String kind,
            Relays relays,
            ToIntFunction<Standing> count) {
        Gauge.builder(name, relays, all -> sum(all, kind, count))
                .description(description)
                .tags(tags(kind))
                .register(registry);
    }

    private static int sum(Relays relays, String kind, ToIntFunction<Standing> count) {
        return relays.standings().entrySet().stream()
                .filter(route -> kind(route.getKey()).equals(kind))
                .mapToInt(route -> count.applyAsInt(route.getValue()))
                .sum();
    }

    private static Tags tags(String route) {
        return Tags.of("to", kind(route));
    }

    /// Routes are called after what they lead to: `rabbitmq`, `webhook-…`.
    private static String kind(String route) {
        int end = route.indexOf('-');
        return end < 0 ? route : route.substring(0, end);
    }
}
