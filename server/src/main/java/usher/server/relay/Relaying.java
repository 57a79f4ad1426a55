package usher.server.relay;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import usher.engine.ThreadHost;
import usher.engine.relay.RelayObserver;
import usher.engine.relay.Relays;
import usher.ledger.Ledger;

/// Begins and ends the relays of this node: after the node, and before it.
///
/// They have a thread of their own. Whatever breaks there ends the relays and not the node: selling
/// does not depend on them, and another node, or the next start, goes on from what was stored.
@Singleton
public final class Relaying {

    private static final Logger LOG = Logger.getLogger(Relaying.class);
    private static final int AFTER_THE_NODE = 3000;
    private static final int BEFORE_THE_NODE = 1000;
    private static final int READERS = 2;
    private static final long STOP_SECONDS_MAX = 5;

    private final ThreadHost host;
    private final Relays relays;

    /// @param watchers who hear of everything
    Relaying(Ledger ledger, RelayMetrics metrics, @All List<RelayObserver> watchers) {
        host = new ThreadHost("relay", READERS, Relaying::broken);
        String node = UUID.randomUUID().toString();
        relays = new Relays(ledger, host, node, new RelayWatchers(watchers));
        metrics.watch(relays);
    }

    @Produces
    @Singleton
    Relays relays() {
        return relays;
    }

    void start(@Observes @Priority(AFTER_THE_NODE) StartupEvent event) {
        relays.start();
    }

    void stop(@Observes @Priority(BEFORE_THE_NODE) ShutdownEvent event) {
        try {
            relays.stop().toCompletableFuture().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("stopped before it was stored how far the relays came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("the relays stopped in trouble", e);
        }
        host.close();
    }

    private static void broken(Throwable cause) {
        LOG.fatal("the relays of this node stopped until its next start", cause);
    }
}
