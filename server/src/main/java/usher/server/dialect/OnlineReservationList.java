package usher.server.dialect;

import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;
import usher.server.http.SeatRendering;

/// The seats of the online-reservation-system document: the available ones, as an array.
enum OnlineReservationList implements SeatRendering {
    AVAILABLE;

    private static final int BYTES_PER_SEAT = 140;

    @Override
    public byte[] render(EventId event, States states) {
        int count = states.count(SeatStatus.AVAILABLE);
        JsonBytes json = new JsonBytes(2 + BYTES_PER_SEAT * count).beginArray();
        int number = states.next(SeatStatus.AVAILABLE, 0);
        while (number != 0) {
            seat(json, event, number, SeatStatus.AVAILABLE, null);
            number = states.next(SeatStatus.AVAILABLE, number);
        }
        return json.endArray().toByteArray();
    }

    /// One seat in the document's shape.
    ///
    /// @param owner who has it, if anybody
    static JsonBytes seat(
            JsonBytes json, EventId event, int number, SeatStatus status, @Nullable UserId owner) {
        json.beginObject();
        json.field("id").value(event.seat(number));
        json.field("eventId").value(event.value());
        if (owner == null) {
            json.field("UUID").plain("");
        } else {
            json.field("UUID").value(owner.value());
        }
        json.field("status").plain(word(status));
        return json.endObject();
    }

    /// The document knows no blocked seats: nobody can have them, as if somebody had them for good.
    private static String word(SeatStatus status) {
        return switch (status) {
            case AVAILABLE -> "Available";
            case HELD -> "On hold";
            case RESERVED, BLOCKED -> "Reserved";
        };
    }
}
