package usher.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/// The one clock and the one queue of a run: what happens next happens at once.
///
/// Events of the same moment happen in the order in which they were planned. Nothing in a run has
/// a thread or a clock of its own.
final class VirtualTime implements InstantSource {

    static final long MILLIS = 1_000_000;
    static final long SECONDS = 1_000 * MILLIS;

    /// When every run begins, in milliseconds since 1970: 1 January 2026.
    private static final long BEGIN_EPOCH_MILLIS = 1_767_225_600_000L;

    private record Event(long atNanos, long number, Runnable action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int order = Long.compare(atNanos, other.atNanos);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long nowNanos;
    private long planned;

    /// Nanoseconds since the run began.
    long nanos() {
        return nowNanos;
    }

    /// Milliseconds since 1970.
    @Override
    public long millis() {
        return BEGIN_EPOCH_MILLIS + nowNanos / MILLIS;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /// The first nanosecond of the run at which [#millis] is `millis`.
    static long nanosOf(long millis) {
        return (millis - BEGIN_EPOCH_MILLIS) * MILLIS;
    }

    /// Plans `action` for the moment `nanos`, or for now if that is over.
    void at(long nanos, Runnable action) {
        events.add(new Event(Math.max(nanos, nowNanos), planned++, action));
    }

    /// Plans `action` for `nanos` from now.
    void in(long nanos, Runnable action) {
        at(nowNanos + nanos, action);
    }

    /// Lets everything happen that is planned for before `endNanos`, which is then.
    void runUntil(long endNanos) {
        while (!events.isEmpty() && events.peek().atNanos() < endNanos) {
            Event next = events.remove();
            nowNanos = next.atNanos();
            next.action().run();
        }
        nowNanos = endNanos;
    }
}
