package usher.server.rabbitmq;

import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.Relays;
import usher.engine.relay.Route;
import usher.engine.relay.Standing;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.server.relay.RelayMetrics;

/// The relay of this node to RabbitMQ, if there is one: which route it is, and how it stands.
///
/// Every node looks every few seconds whether an organizer has asked for a replay, at whichever
/// node that was. Thread-safe.
@Singleton
public final class RabbitRelay {

    private static final Logger LOG = Logger.getLogger(RabbitRelay.class);
    private static final long LOOK_SECONDS = 2;
    private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Ledger ledger;
    private final Relays relays;
    private final RelayMetrics metrics;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("usher-rabbitmq-route").daemon().factory());
    private volatile @Nullable RabbitMq rabbit;
    private volatile @Nullable Replay replay;
    private @Nullable String probed;
    private long probedNanos;

    RabbitRelay(Ledger ledger, Relays relays, RelayMetrics metrics) {
        this.ledger = ledger;
        this.relays = relays;
        this.metrics = metrics;
    }

    /// Begins to relay to `broker`, or to be ready for it while another node does.
    public void start(Broker broker, Publishing publishing) {
        rabbit = new RabbitMq(broker, publishing, () -> metrics.returned("rabbitmq"));
        probedNanos = System.nanoTime() - PROBE_NANOS;
        LOG.infof("facts are relayed to %s, exchange %s", broker, publishing.exchange());
        Future<?> _ = thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /// Ends it, once the relays have stopped.
    public void stop() {
        thread.shutdownNow();
        RabbitMq last = rabbit;
        if (last != null) last.close();
    }

    /// Whether there is one.
    public boolean isSet() {
        return rabbit != null;
    }

    /// Relays everything once more that became true at `sinceMillis` or later, in milliseconds
    /// since 1970; 0: everything. On whichever node relays, within seconds. Blocks.
    ///
    /// @return how often that was asked for by now
    /// @throws LedgerException if that cannot be written down
    int replay(long sinceMillis) {
        Replay next = Replay.ask(ledger, sinceMillis);
        adopt(next);
        return next.number();
    }

    /// How far it has come; null: this node does not relay at present.
    public @Nullable Standing standing() {
        Replay now = replay;
        return now == null ? null : relays.standings().get(now.route());
    }

    /// Why an entry was not taken the last time that one was not; null: this node knows of none.
    public @Nullable String refusal() {
        RabbitMq there = rabbit;
        return there == null ? null : there.refusal();
    }

    /// What keeps facts from getting to the broker; null: nothing. Asks the broker itself, but no
    /// more than every other second. Blocks for some seconds at most.
    public @Nullable String trouble() {
        Standing standing = standing();
        if (standing != null && standing.trouble() != null) return standing.trouble();
        RabbitMq there = rabbit;
        return there == null ? null : probe(there);
    }

    private synchronized @Nullable String probe(RabbitMq there) {
        if (System.nanoTime() - probedNanos >= PROBE_NANOS) {
            probed = there.trouble();
            probedNanos = System.nanoTime();
        }
        return probed;
    }

    private void look() {
        try {
            adopt(Replay.now(ledger));
        } catch (RuntimeException e) {
            LOG.debugf("cannot look for replays: %s", e);
        }
    }

    private synchronized void adopt(Replay next) {
        RabbitMq there = rabbit;
        Replay last = replay;
        if (there == null || (last != null && last.number() >= next.number())) return;
        if (last != null) relays.remove(last.route());
        else if (next.number() > 0) relays.remove(next.before().route());
        relays.put(new Route(next.route(), next.sinceMillis(), there));
        replay = next;
    }
}
