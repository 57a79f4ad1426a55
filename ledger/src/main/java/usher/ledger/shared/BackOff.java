package usher.ledger.shared;

import java.util.concurrent.ThreadLocalRandom;

/// When to try again to reach a server that could not be reached: soon, then ever later, and not
/// all nodes at once. Used by one thread.
public final class BackOff {

    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private long millis = FIRST_MILLIS;
    private long untilNanos = System.nanoTime();

    /// It may come at once.
    public BackOff() {}

    /// It was reached.
    public void succeeded() {
        millis = FIRST_MILLIS;
        untilNanos = System.nanoTime();
    }

    /// It was not.
    public void failed() {
        long pause = millis + ThreadLocalRandom.current().nextLong(millis);
        untilNanos = System.nanoTime() + pause * NANOS_PER_MILLI;
        millis = Math.min(2 * millis, LONGEST_MILLIS);
    }

    /// How long to wait before the next try, in milliseconds; 0: it may come now.
    public long waitMillis() {
        return Math.max(0, (untilNanos - System.nanoTime()) / NANOS_PER_MILLI);
    }
}
