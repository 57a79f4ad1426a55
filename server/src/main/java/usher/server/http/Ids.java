package usher.server.http;

import java.util.HexFormat;
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
    ///
    /// Stricter than [UUID#fromString], which takes signs, digits of other scripts and groups of
    /// any length: two spellings of one id would be two keys to whoever compares texts.
    public static @Nullable UUID uuidOrNull(String text) {
        if (text.length() != UUID_LENGTH || !hasDashes(text)) return null;
        long first = hex(text, 0, 8);
        long second = hex(text, 9, 13);
        long third = hex(text, 14, 18);
        long fourth = hex(text, 19, 23);
        long fifth = hex(text, 24, 36);
        if ((first | second | third | fourth | fifth) < 0) return null;
        return new UUID(first << 32 | second << 16 | third, fourth << 48 | fifth);
    }

    private static boolean hasDashes(String text) {
        return text.charAt(8) == '-'
                && text.charAt(13) == '-'
                && text.charAt(18) == '-'
                && text.charAt(23) == '-';
    }

    /// The hexadecimal number, of up to 12 digits, that stands there; negative if none does.
    private static long hex(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!HexFormat.isHexDigit(c)) return -1;
            value = value << 4 | HexFormat.fromHexDigit(c);
        }
        return value;
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
        int number = seatNumberOrZero(event, text);
        if (number == 0) throw noSeat(event);
        return number;
    }

    /// The id of a seat of some event.
    ///
    /// @throws Problem if no seat can have it
    public static UUID seat(String text) {
        UUID id = uuid(text, Ids::noSeat);
        if (!EventId.isSeatOrEvent(id) || EventId.numberIn(id) == 0) throw noSeat();
        return id;
    }

    /// The number of the seat of `event` with this id, or 0 if no seat of this event can have it.
    static int seatNumberOrZero(EventId event, String text) {
        UUID id = uuidOrNull(text);
        return id != null && event.owns(id) ? EventId.numberIn(id) : 0;
    }

    static Problem noEvent() {
        return new Problem(ProblemType.EVENT_NOT_FOUND, "Check the id of the event.");
    }

    /// What is said where no seat has an id, whatever the event.
    public static Problem noSeat() {
        return new Problem(ProblemType.SEAT_NOT_FOUND, "Check the id of the seat.");
    }

    static Problem noSeat(EventId event) {
        return new Problem(
                ProblemType.SEAT_NOT_FOUND,
                "Check the id of the seat: GET /v1/events/%s/seats lists them.".formatted(event));
    }
}
