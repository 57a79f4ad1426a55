package usher.server.webhooks;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpClientOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.Relays;
import usher.engine.relay.Route;
import usher.ledger.LedgerException;
import usher.server.http.Clock;
import usher.server.http.SpareThreads;

/// Keeps the routes of this node's relays as the endpoints in the ledger are, whoever changes them
/// where, and the log of deliveries written. What is sent needs threads only once there is an
/// endpoint.
@Singleton
public final class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);
    private static final int AFTER_THE_RELAYS = 3500;
    private static final int BEFORE_THE_RELAYS = 900;
    private static final int AFTER_THE_END_OF_THE_RELAYS = 1100;
    private static final long WRITE_MILLIS = 1_000;
    private static final long LOOK_MILLIS = 3_000;
    private static final long LOOK_AT_ALL_MILLIS = 60_000;
    private static final long ANSWER_MILLIS_MAX = 15_000;
    private static final int FORMER_MAX = 20;
    private static final int SENDING_THREADS = 4;
    private static final int SENDINGS_WAITING_MAX = 10_000;

    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final Outcomes outcomes;
    private final Attempts attempts;
    private final EndpointSecrets secrets;
    private final DeliveryCounts counts;
    private final Targets targets;
    private final Clock clock;
    private final Relays relays;
    private final Map<UUID, KeptEndpoint> known = new HashMap<>();
    private final ExecutorService sending =
            SpareThreads.of("usher-webhook-", SENDING_THREADS, SENDINGS_WAITING_MAX);
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("usher-webhooks").daemon().factory());
    private @Nullable Courier courier;
    private long knownRevision = -1;
    private long lookedAtAllNanos;
    private boolean isTroubled;

    Webhooks(
            Endpoints endpoints,
            DeliveryLog log,
            Outcomes outcomes,
            Attempts attempts,
            EndpointSecrets secrets,
            DeliveryCounts counts,
            Targets targets,
            Clock clock,
            Relays relays) {
        this.endpoints = endpoints;
        this.log = log;
        this.outcomes = outcomes;
        this.attempts = attempts;
        this.secrets = secrets;
        this.counts = counts;
        this.targets = targets;
        this.clock = clock;
        this.relays = relays;
    }

    void start(@Observes @Priority(AFTER_THE_RELAYS) StartupEvent event) {
        every(LOOK_MILLIS, this::look);
        every(WRITE_MILLIS, log::write);
    }

    void stop(@Observes @Priority(BEFORE_THE_RELAYS) ShutdownEvent event) {
        thread.execute(() -> quietly(log::write));
        thread.shutdown();
    }

    void end(@Observes @Priority(AFTER_THE_END_OF_THE_RELAYS) ShutdownEvent event) {
        sending.shutdown();
        synchronized (this) {
            if (courier != null) courier.close();
        }
    }

    /// An endpoint was changed here: this node need not wait until it finds out.
    void changed() {
        try {
            thread.execute(() -> quietly(this::look));
        } catch (RejectedExecutionException ending) {
            // Another node, or the next start, looks.
        }
    }

    /// What sends, from the first time that somebody wants it.
    synchronized Sender sender() {
        Courier hired = courier;
        if (hired == null) {
            hired = new Courier(targets, new HttpClientOptions(), ANSWER_MILLIS_MAX);
            courier = hired;
        }
        return new Sender(hired, secrets, counts, clock, InstantSource.system(), sending);
    }

    /// Looks whether endpoints were changed anywhere.
    private void look() {
        long revision = endpoints.revision();
        boolean isLongAgo =
                System.nanoTime() - lookedAtAllNanos
                        > TimeUnit.MILLISECONDS.toNanos(LOOK_AT_ALL_MILLIS);
        if (revision == knownRevision && !isLongAgo) return;
        Map<UUID, KeptEndpoint> now = new HashMap<>();
        endpoints.all().forEach(kept -> now.put(kept.endpoint().id(), kept));
        known.values().removeIf(kept -> isOver(kept, now.get(kept.endpoint().id())));
        now.values().forEach(this::route);
        knownRevision = revision;
        lookedAtAllNanos = System.nanoTime();
    }

    /// Whether nothing goes the way of `kept` any more, now that the endpoint is `now`.
    private boolean isOver(KeptEndpoint kept, @Nullable KeptEndpoint now) {
        String route = kept.endpoint().route();
        if (now != null && now.endpoint().route().equals(route)) return false;
        relays.remove(route);
        return true;
    }

    private void route(KeptEndpoint kept) {
        Endpoint endpoint = kept.endpoint();
        KeptEndpoint before = known.put(endpoint.id(), kept);
        if (before != null && before.revision() == kept.revision()) return;
        if (before == null) forgetFormer(endpoint);
        EndpointDestination destination =
                new EndpointDestination(kept, sender(), outcomes, attempts);
        long since = endpoint.course().sinceMillis();
        relays.put(new Route(endpoint.route(), since, destination));
    }

    /// The relays may forget how far they came before `endpoint` began anew in an earlier life.
    private void forgetFormer(Endpoint endpoint) {
        int now = endpoint.course().generation();
        for (int i = Math.max(1, now - FORMER_MAX); i < now; i++) {
            relays.remove(endpoint.routeOf(i));
        }
    }

    private void every(long millis, Runnable work) {
        var _ =
                thread.scheduleWithFixedDelay(
                        () -> quietly(work), 0, millis, TimeUnit.MILLISECONDS);
    }

    /// A ledger that is away is said once, and asked again.
    private void quietly(Runnable work) {
        try {
            work.run();
            isTroubled = false;
        } catch (LedgerException away) {
            if (!isTroubled) LOG.warnf("webhooks wait for the ledger: %s", away.getMessage());
            isTroubled = true;
        } catch (RuntimeException mistake) {
            LOG.error("webhooks are in trouble", mistake);
        }
    }
}
