package usher.bench.load;

/// When requests are due: request k at its own moment (open loop), or as soon as a connection is
/// free (closed loop).
///
/// In an open loop latency counts from the moment at which a request was due, whenever it was
/// really sent: a server that stalls cannot slow the questions down and look good by it
/// (Gil Tene's "coordinated omission").
public final class Schedule {

    private static final double NANOS_PER_SECOND = 1e9;

    private final double nanosBetween;
    private final long lengthNanos;
    private long beginNanos;

    private Schedule(double nanosBetween, long lengthNanos) {
        this.nanosBetween = nanosBetween;
        this.lengthNanos = lengthNanos;
    }

    /// Each connection asks again once it is answered.
    public static Schedule closed(long millis) {
        return new Schedule(0, millis * 1_000_000);
    }

    /// `perSecond` requests a second, evenly, however long the answers take.
    public static Schedule open(int perSecond, long millis) {
        if (perSecond < 1) throw new IllegalArgumentException("not a rate: " + perSecond);
        return new Schedule(NANOS_PER_SECOND / perSecond, millis * 1_000_000);
    }

    void begin(long nowNanos) {
        beginNanos = nowNanos;
    }

    /// When the last request may be due.
    long endNanos() {
        return beginNanos + lengthNanos;
    }

    long lengthNanos() {
        return lengthNanos;
    }

    /// When request `k`, counted from 0, is due.
    long dueNanos(long k, long nowNanos) {
        return isOpen() ? beginNanos + (long) (k * nanosBetween) : nowNanos;
    }

    boolean isDue(long k, long nowNanos) {
        return nanosUntil(k, nowNanos) <= 0;
    }

    /// How long until request `k` is due; [Long#MAX_VALUE] if it is no part of this load.
    long nanosUntil(long k, long nowNanos) {
        long due = dueNanos(k, nowNanos);
        return due - endNanos() >= 0 ? Long.MAX_VALUE : due - nowNanos;
    }

    /// Whether request `k` and those after it are never due.
    boolean endsBefore(long k, long nowNanos) {
        return nanosUntil(k, nowNanos) == Long.MAX_VALUE;
    }

    boolean isOpen() {
        return nanosBetween > 0;
    }
}
