package usher.server.rabbitmq;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.SeatsHeld;
import usher.engine.ThreadHost;
import usher.engine.relay.RelayObserver;
import usher.engine.relay.Relays;
import usher.engine.relay.Route;
import usher.engine.relay.Standing;
import usher.ledger.Append;
import usher.ledger.FactCodec;
import usher.ledger.InMemoryLedger;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// A node that only relays to RabbitMQ: the real relays, on a ledger in memory that others may
/// share.
@NullMarked
final class RelayNode implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final UserId ANN = new UserId(new UUID(0, 1));

    /// The facts of a test, and the time, which it may turn forward.
    static final class Facts {

        private final AtomicLong aheadMillis = new AtomicLong();
        private final InstantSource clock =
                () -> Instant.ofEpochMilli(System.currentTimeMillis() + aheadMillis.get());
        final InMemoryLedger ledger = new InMemoryLedger(clock);

        void turnForward(long millis) {
            aheadMillis.addAndGet(millis);
        }

        static StreamId event(int number) {
            return StreamId.of(EventId.of(1_767_225_600_000L, number));
        }

        /// Adds an entry with holds of so many seats to `stream`.
        void append(StreamId stream, int facts) {
            List<Fact> all = new ArrayList<>();
            for (int i = 1; i <= facts; i++) all.add(hold(i));
            append(stream, all);
        }

        void append(StreamId stream, List<Fact> facts) {
            Position head = ledger.heads().of(stream);
            Append append =
                    new Append(
                            stream,
                            head,
                            head.version() + 1,
                            facts,
                            List.of(),
                            Long.MAX_VALUE,
                            Long.MAX_VALUE);
            CompletionStage<?> _ = ledger.append(List.of(append));
        }

        Cause cause() {
            return Cause.of(clock.millis(), ANN, "test");
        }

        Fact hold(int seat) {
            return new SeatsHeld(cause(), ANN, SeatSet.of(seat), clock.millis() + 60_000);
        }
    }

    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final ThreadHost host = new ThreadHost("relay", 2, broken::set);
    private final AtomicInteger returned = new AtomicInteger();
    private final Relays relays;
    private final RabbitMq rabbit;
    private boolean isDead;

    private RelayNode(Facts facts, Broker broker, Publishing publishing, long confirmMillisMax) {
        this.rabbit =
                new RabbitMq(
                        broker,
                        publishing,
                        returned::incrementAndGet,
                        TimeUnit.MILLISECONDS.toNanos(confirmMillisMax));
        String name = UUID.randomUUID().toString();
        this.relays = new Relays(facts.ledger, host, name, new RelayObserver() {});
        relays.start();
        relays.put(new Route("rabbitmq", 0, rabbit));
    }

    static RelayNode on(Facts facts, Broker broker, TestExchange exchange) {
        return on(facts, broker, keepingAll(exchange));
    }

    static RelayNode on(Facts facts, Broker broker, Publishing publishing) {
        return new RelayNode(facts, broker, publishing, 20_000);
    }

    /// A node that waits no longer for a confirm than so.
    static RelayNode impatient(
            Facts facts, Broker broker, TestExchange exchange, long confirmMillisMax) {
        return new RelayNode(facts, broker, keepingAll(exchange), confirmMillisMax);
    }

    static Publishing keepingAll(TestExchange exchange) {
        return new Publishing(exchange.name(), java.util.Set.copyOf(FactCodec.names()), true);
    }

    /// How often a message came back.
    int returned() {
        return returned.get();
    }

    RabbitMq rabbit() {
        return rabbit;
    }

    @Nullable Standing standing() {
        return relays.standings().get("rabbitmq");
    }

    boolean hasAllAway() {
        Standing standing = standing();
        return standing != null && standing.behind() == 0;
    }

    boolean isHeldUp(int streams) {
        Standing standing = standing();
        return standing != null && standing.heldUp() == streams;
    }

    boolean isTroubled() {
        Standing standing = standing();
        return standing != null && standing.trouble() != null;
    }

    /// It is gone, and has told nobody; what it has published may still arrive.
    void die() {
        if (isDead) return;
        isDead = true;
        host.close();
        rabbit.close();
    }

    @Override
    public void close() {
        die();
        if (broken.get() != null) throw new AssertionError("the relays broke", broken.get());
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("in vain waited");
            LockSupport.parkNanos(5_000_000);
        }
    }
}
