package usher.server.limits;

import java.time.Duration;

/// How often something may be done.
///
/// @param burst how often at once, 1 or more
/// @param each how long it takes until it may be done once more, 1 ns or longer
record Rate(int burst, Duration each) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    /// So often within `period`, also all at once.
    static Rate within(Duration period, int times) {
        return new Rate(times, period.dividedBy(times));
    }

    /// So often in each second for ever, and `burst` times at once.
    static Rate perSecond(int times, int burst) {
        return new Rate(burst, Duration.ofNanos(NANOS_PER_SECOND / times));
    }

    /// The rate of so many together.
    Rate times(int many) {
        return new Rate(burst * many, each.dividedBy(many));
    }

    /// How long it takes until what was done `times` often is forgotten, in microseconds.
    long micros(long times) {
        return times * each.toNanos() / NANOS_PER_MICRO;
    }

    /// How often it was done if it takes `micros` microseconds until that is forgotten.
    long timesIn(long micros) {
        return Math.round((double) micros * NANOS_PER_MICRO / each.toNanos());
    }
}
