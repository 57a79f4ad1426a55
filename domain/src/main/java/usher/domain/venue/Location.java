package usher.domain.venue;

import org.jspecify.annotations.Nullable;

/// Where something takes place, as people are told.
///
/// The time zone is a name and nothing else: what it means changes with the zone rules of a
/// machine, and states must not.
///
/// @param venue whose location it is
/// @param name 1 to 200 characters
/// @param timeZone the name of a time zone of the
///     [IANA](https://www.iana.org/time-zones), such as `Europe/Berlin`
/// @param address up to 500 characters; null: not known
public record Location(VenueId venue, String name, String timeZone, @Nullable String address) {

    public static final int NAME_LENGTH_MAX = 200;
    public static final int TIME_ZONE_LENGTH_MAX = 50;
    public static final int ADDRESS_LENGTH_MAX = 500;

    public Location {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("name must have 1 to 200 characters");
        }
        if (!isTimeZone(timeZone)) {
            throw new IllegalArgumentException("not the name of a time zone: " + timeZone);
        }
        if (address != null && address.length() > ADDRESS_LENGTH_MAX) {
            throw new IllegalArgumentException("address must have at most 500 characters");
        }
    }

    private static boolean isTimeZone(String text) {
        if (text.isEmpty() || text.length() > TIME_ZONE_LENGTH_MAX) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLetter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            boolean isDigit = c >= '0' && c <= '9';
            if (!isLetter && !isDigit && "/_+-".indexOf(c) < 0) return false;
        }
        return true;
    }
}
