package usher.server.http;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;

/// Ids in paths and tokens: 36 characters, or they are none.
public final class Ids {

    private static final int UUID_LENGTH = 36;

    private Ids() {}

    /// The UUID that `text` is; throws what `otherwise` makes if it is none.
    public static UUID uuid(String text, Supplier<Problem> otherwise) {
        UUID id = uuidOrNull(text);
        if (id == null) throw otherwise.get();
        return id;
    }

    /// The UUID that `text` is, or null if it is none.
    public static @Nullable UUID uuidOrNull(String text) {
        if (text.length() != UUID_LENGTH) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    /// The id of an event, as it stands in a path.
    ///
    /// @throws Problem if no event can have it
    public static EventId event(String text) {
        UUID id = uuid(text, Ids::noEvent);
        if (!EventId.isSeatOrEvent(id) || EventId.numberIn(id) != 0) throw noEvent();
        return new EventId(id);
    }

    /// The number of the seat of `event` whose id stands in a path.
    ///
    /// @throws Problem if no seat of this event can have it
    public static int seatNumber(EventId event, String text) {
        UUID id = uuid(text, () -> noSeat(event));
        if (!event.owns(id) || EventId.numberIn(id) == 0) throw noSeat(event);
        return EventId.numberIn(id);
    }

    static Problem noEvent() {
        return new Problem(ProblemType.EVENT_NOT_FOUND, "Check the id of the event.");
    }

    static Problem noSeat(EventId event) {
        return new Problem(
                ProblemType.SEAT_NOT_FOUND,
                "Check the id of the seat: GET /v1/events/%s/seats lists them.".formatted(event));
    }
}
