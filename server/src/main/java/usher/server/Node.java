package usher.server;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import usher.engine.Engine;
import usher.engine.EngineSettings;
import usher.engine.ThreadHost;
import usher.ledger.Ledger;
import usher.server.mail.Mailing;
import usher.server.operations.EngineMetrics;
import usher.server.operations.Observers;
import usher.server.operations.Serving;
import usher.server.payments.Gateways;
import usher.server.people.People;
import usher.server.security.Secrets;

/// This process: one ledger, one engine in front of it, and how both begin and end.
///
/// Whatever breaks what everybody relies on (a failed write to the disk, facts that contradict
/// themselves) ends the process at once: it never carries on in a state that nobody can vouch for.
@Singleton
final class Node {

    private static final Logger LOG = Logger.getLogger(Node.class);
    private static final int BROKEN = 70;
    private static final int READERS = 2;
    private static final long STOP_SECONDS_MAX = 25;

    private final Ledger ledger;
    private final Secrets secrets;
    private final People people;
    private final ThreadHost host;
    private final Engine engine;
    private final Serving serving;

    Node(
            Settings settings,
            InstantSource clock,
            EngineMetrics metrics,
            Mailing mailing,
            Gateways gateways,
            Serving serving) {
        this.serving = serving;
        ledger = Ledgers.open(settings, clock, reason -> end(new IllegalStateException(reason)));
        if (ledger.isRelaxed()) {
            LOG.warn("USHER_LEDGER_DURABILITY=relaxed: answers do not wait for the disk");
        }
        secrets = SecretFile.open(settings.secretFile().orElse(null), settings.ledger());
        people = PeopleStore.open(settings.ledger());
        host = new ThreadHost("engine", READERS, Node::end);
        Observers observers = new Observers(metrics, mailing);
        engine = new Engine(ledger, host, EngineSettings.DEFAULT, observers, gateways);
        metrics.watch(engine);
    }

    @Produces
    @Singleton
    Engine engine() {
        return engine;
    }

    @Produces
    @Singleton
    Ledger ledger() {
        return ledger;
    }

    @Produces
    @Singleton
    People people() {
        return people;
    }

    @Produces
    @Singleton
    Secrets secrets() {
        return secrets;
    }

    void start(@Observes StartupEvent event) {
        engine.start();
        serving.begin();
    }

    /// The first that a node hears of its end: from now on it refuses what would change anything,
    /// while there is still somebody to tell the callers.
    void refuse(@Observes ShutdownDelayInitiatedEvent event) {
        serving.end();
        CompletionStage<Void> _ = engine.stop();
    }

    /// Answers what was accepted, and closes the ledger. New connections are refused by then.
    void stop(@Observes ShutdownEvent event) {
        serving.end();
        try {
            engine.stop().toCompletableFuture().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("stopped before everything was answered");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("stopped in trouble", e);
        }
        host.close();
        people.close();
        ledger.close();
    }

    private static void end(Throwable broken) {
        LOG.fatal("stopped at once: what this node knows can no longer be trusted", broken);
        Runtime.getRuntime().halt(BROKEN);
    }
}
