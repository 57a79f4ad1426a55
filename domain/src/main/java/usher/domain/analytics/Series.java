package usher.domain.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A tally for each minute, hour or day in which something happened, as clocks of one zone have
/// them.
final class Series {

    private final Bucket bucket;
    private final ZoneId zone;
    private final NavigableMap<Long, Tally> byStart = new TreeMap<>();
    private long currentFrom;
    private long currentUntil;
    private Tally current = new Tally();

    Series(Bucket bucket, ZoneId zone) {
        this.bucket = bucket;
        this.zone = zone;
    }

    /// The tally of the bucket in which `atMillis` lies; to be counted in.
    Tally at(long atMillis) {
        if (atMillis < currentFrom || atMillis >= currentUntil) enter(atMillis);
        return current;
    }

    /// By the first millisecond of each, since 1970.
    NavigableMap<Long, Tally> byStart() {
        return Collections.unmodifiableNavigableMap(byStart);
    }

    private void enter(long atMillis) {
        ZonedDateTime begin =
                Instant.ofEpochMilli(atMillis).atZone(zone).truncatedTo(bucket.unit());
        currentFrom = begin.toInstant().toEpochMilli();
        currentUntil = begin.plus(1, bucket.unit()).toInstant().toEpochMilli();
        current = byStart.computeIfAbsent(currentFrom, _ -> new Tally());
        if (byStart.size() > bucket.bucketsMax()) byStart.pollFirstEntry();
    }
}
