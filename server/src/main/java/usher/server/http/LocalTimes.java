package usher.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import usher.domain.venue.Location;

/// What clocks show where an event takes place.
public final class LocalTimes {

    private LocalTimes() {}

    /// `time` as it is there, in the form of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)
    /// with the offset of that place and day: `2026-11-20T20:30:00+01:00`.
    public static String at(Location location, Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone(location))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /// The time zone there; UTC if this machine does not know it any more.
    public static ZoneId zone(Location location) {
        try {
            return ZoneId.of(location.timeZone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
