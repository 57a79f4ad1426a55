package usher.ledger.redis;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.LedgerException;
import usher.ledger.redis.Reply.Said;
import usher.ledger.shared.ServerClock;
import usher.ledger.shared.Threads;

/// The thread that says something on the channel of signals now and then, so that whoever hears
/// nothing knows that his connection is dead, and that looks at the server's clock, if it is to.
final class Pulse {

    private static final long BEAT_NANOS = 2_000_000_000L;

    /// A signal of nobody's, about nothing.
    private static final byte[] NOTHING = Keyspace.bytes("");

    private final Keyspace keys;
    private final Lines lines;
    private final @Nullable ServerClock clock;
    private final Thread thread;
    private volatile boolean isHeard;
    private volatile boolean closing;

    private Pulse(Keyspace keys, Lines lines, @Nullable ServerClock clock) {
        this.keys = keys;
        this.lines = lines;
        this.clock = clock;
        thread = Thread.ofPlatform().daemon().name("usher-ledger-pulse").unstarted(this::run);
    }

    /// One that keeps `clock` right.
    static Pulse of(Keyspace keys, Lines lines, ServerClock clock) {
        return new Pulse(keys, lines, clock);
    }

    static Pulse withoutClock(Keyspace keys, Lines lines) {
        return new Pulse(keys, lines, null);
    }

    /// Whether a server took the last beat.
    boolean isHeard() {
        return isHeard;
    }

    void start() {
        thread.start();
    }

    /// Any other thread.
    void close() {
        closing = true;
        LockSupport.unpark(thread);
        Threads.join(thread);
    }

    private void run() {
        while (!closing) {
            beat();
            tend();
            if (!closing) LockSupport.parkNanos(this, BEAT_NANOS);
        }
        lines.close();
    }

    private void beat() {
        Errand beat = Errand.of(0, Command.PUBLISH, keys.signals(), NOTHING);
        lines.run(List.of(beat));
        isHeard = beat.reply() instanceof Said;
    }

    private void tend() {
        if (clock == null) return;
        try {
            clock.tend(this::micros);
        } catch (LedgerException e) {
            // The monotonic clock goes on; the next beat tries again.
        }
    }

    private long micros() {
        Errand question = ServerTime.question();
        lines.run(List.of(question));
        if (question.reply() instanceof Said said) {
            return ServerTime.micros(Objects.requireNonNull(said.value()));
        }
        throw new LedgerException("nobody tells the time");
    }
}
