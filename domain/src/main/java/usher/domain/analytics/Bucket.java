package usher.domain.analytics;

import java.time.temporal.ChronoUnit;

/// How long the times are by which figures are told.
public enum Bucket {
    MINUTE(ChronoUnit.MINUTES, 24 * 60),
    HOUR(ChronoUnit.HOURS, 366 * 24),
    DAY(ChronoUnit.DAYS, 10_000);

    private final ChronoUnit unit;
    private final int bucketsMax;

    Bucket(ChronoUnit unit, int bucketsMax) {
        this.unit = unit;
        this.bucketsMax = bucketsMax;
    }

    ChronoUnit unit() {
        return unit;
    }

    /// How many of them are kept, the latest ones. Those in which nothing happens are not counted.
    public int bucketsMax() {
        return bucketsMax;
    }
}
