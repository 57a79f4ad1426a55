package usher.server.door;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.catalog.SearchText;
import usher.domain.plan.Plan;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.server.http.Ids;
import usher.server.http.Problem;

/// Which bookings of an event somebody wants to see.
///
/// @param status null: whatever it is
/// @param user null: anybody's
/// @param seat the number of a place that they have, or had; 0: any
/// @param words what stands in them: their id, their user's, a label; empty: anything
record BookingFilter(
        @Nullable BookingStatus status, @Nullable UserId user, int seat, String words) {

    private static final int QUERY_LENGTH_MAX = 200;
    private static final int SEAT_DIGITS_MAX = 6;

    /// @throws Problem naming what is wrong
    static BookingFilter read(
            EventId event,
            @Nullable String status,
            @Nullable String query,
            @Nullable String user,
            @Nullable String seat) {
        if (query != null && query.length() > QUERY_LENGTH_MAX) {
            throw Problem.field(
                    "query", "must have at most %d characters".formatted(QUERY_LENGTH_MAX));
        }
        return new BookingFilter(
                status(status),
                user == null ? null : user(user),
                seat == null ? 0 : seat(event, seat),
                query == null ? "" : SearchText.of(query));
    }

    /// Whether `booking`, as it is at `atMillis`, is wanted whatever its words are.
    boolean admits(Booking booking, long atMillis) {
        return (status == null || booking.at(atMillis).status() == status)
                && (user == null || booking.user().equals(user))
                && (seat == 0 || booking.seats().contains(seat));
    }

    /// Whether the words stand in `booking`.
    boolean standsIn(Booking booking, Plan plan) {
        if (words.isEmpty() || booking.id().toString().contains(words)) return true;
        return booking.user().toString().contains(words) || isLabelIn(booking, plan);
    }

    private boolean isLabelIn(Booking booking, Plan plan) {
        for (int seat : booking.seats().toArray()) {
            String label = plan.label(seat);
            if (label != null && SearchText.of(label).equals(words)) return true;
        }
        return false;
    }

    private static @Nullable BookingStatus status(@Nullable String word) {
        if (word == null) return null;
        for (BookingStatus status : BookingStatus.values()) {
            if (status.name().toLowerCase(Locale.ROOT).equals(word)) return status;
        }
        throw Problem.field(
                "status", "must be pending, confirmed, failed, expired, cancelled or refunded");
    }

    private static UserId user(String text) {
        return new UserId(Ids.uuid(text, () -> Problem.field("user", "must be a UUID")));
    }

    private static int seat(EventId event, String text) {
        boolean isNumber = text.matches("[0-9]{1," + SEAT_DIGITS_MAX + "}");
        UUID id = isNumber ? null : Ids.uuidOrNull(text);
        int number = isNumber ? Integer.parseInt(text) : 0;
        if (id != null && event.owns(id)) number = EventId.numberIn(id);
        if (number > 0) return number;
        throw Problem.field("seat", "must be the number or the id of a seat of this event");
    }
}
