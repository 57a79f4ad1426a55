package usher.ledger.redis;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;
import usher.ledger.redis.Reply.Lost;
import usher.ledger.redis.Reply.Refused;
import usher.ledger.redis.Reply.Said;

/// The connections that read, of a bounded number of threads at once; whoever asks takes a place,
/// or waits for one.
///
/// A question that finds its connection dead is asked once more on a new one: a server that was
/// started anew costs no answer. Thread-safe.
final class Readers implements AutoCloseable {

    private static final long WAIT_SECONDS_MAX = 20;

    private final Sessions sessions;
    private final Topology topology;
    private final Semaphore places;
    private final Deque<Lines> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Sessions sessions, Topology topology, int readers) {
        this.sessions = sessions;
        this.topology = topology;
        places = new Semaphore(readers);
    }

    /// What the server says to `errand`, which may be repeated without harm.
    ///
    /// @throws LedgerException if it says nothing
    @Nullable Object ask(Errand errand) {
        ask(List.of(errand));
        return said(errand);
    }

    /// Settles all of `errands`, which may be repeated without harm; [#said] tells what was said.
    void ask(List<Errand> errands) {
        if (!hasPlace()) {
            throw new LedgerException(
                    "%s: no connection was free for %d s"
                            .formatted(sessions.url(), WAIT_SECONDS_MAX));
        }
        try {
            Lines free = idle.pollFirst();
            Lines lines = free == null ? new Lines(sessions, topology, false) : free;
            lines.run(errands);
            lines.run(errands.stream().filter(e -> e.reply() instanceof Lost).toList());
            idle.addFirst(lines);
            if (closed) drain();
        } finally {
            places.release();
        }
    }

    /// What was said to `errand`.
    ///
    /// @throws LedgerException if nothing was
    @Nullable Object said(Errand errand) {
        return switch (errand.reply()) {
            case Said(@Nullable Object value) -> value;
            case Refused(String reason) -> throw new LedgerException(reason);
            case Lost(String reason) -> throw new LedgerException(reason);
        };
    }

    /// Lets go of all connections that nobody uses; those in use are closed by their users.
    @Override
    public void close() {
        closed = true;
        drain();
    }

    private void drain() {
        for (Lines l = idle.pollFirst(); l != null; l = idle.pollFirst()) l.close();
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
