package usher.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an organizer says of an event, and may say otherwise later.
///
/// Its times lie in the years 0 to 9999: what [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)
/// can write.
///
/// @param name 1 to 200 characters
/// @param description up to 5000 characters
/// @param startsAt when it takes place, if that is known
/// @param salesFrom when its sales begin; null: at once
/// @param salesUntil when its sales end; null: never
public record EventDetails(
        String name,
        @Nullable String description,
        @Nullable Instant startsAt,
        @Nullable Instant salesFrom,
        @Nullable Instant salesUntil,
        Policy policy) {

    public static final int NAME_LENGTH_MAX = 200;
    public static final int DESCRIPTION_LENGTH_MAX = 5000;

    private static final Instant TIME_MIN = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant TIME_MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

    public EventDetails {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("name must have 1 to 200 characters");
        }
        if (description != null && description.length() > DESCRIPTION_LENGTH_MAX) {
            throw new IllegalArgumentException("description must have at most 5000 characters");
        }
        if (salesFrom != null && salesUntil != null && !salesFrom.isBefore(salesUntil)) {
            throw new IllegalArgumentException("salesFrom must be before salesUntil");
        }
        requireWritable("startsAt", startsAt);
        requireWritable("salesFrom", salesFrom);
        requireWritable("salesUntil", salesUntil);
    }

    /// An event on sale at once and for ever, at a time that is not known yet.
    public static EventDetails of(String name, Policy policy) {
        return new EventDetails(name, null, null, null, null, policy);
    }

    /// Whether its sales have begun for everybody at `atMillis`.
    public boolean isStartedBy(long atMillis) {
        return salesFrom == null || salesFrom.toEpochMilli() <= atMillis;
    }

    /// Whether its sales are over at `atMillis`.
    public boolean isEndedBy(long atMillis) {
        return salesUntil != null && salesUntil.toEpochMilli() <= atMillis;
    }

    static void requireWritable(String name, @Nullable Instant time) {
        if (time != null && (time.isBefore(TIME_MIN) || time.isAfter(TIME_MAX))) {
            throw new IllegalArgumentException(name + " must be in the years 0 to 9999");
        }
    }
}
