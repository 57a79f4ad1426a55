package usher.server.dialect;

import usher.domain.EventId;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;
import usher.server.http.SeatRendering;

/// The seats of the event-management-service document: the available ones, as an array.
enum AvailableSeats implements SeatRendering {
    INSTANCE;

    private static final int BYTES_PER_SEAT = 120;

    @Override
    public byte[] render(EventId event, States states) {
        JsonBytes json =
                new JsonBytes(2 + BYTES_PER_SEAT * states.count(SeatStatus.AVAILABLE)).beginArray();
        int number = states.next(SeatStatus.AVAILABLE, 0);
        while (number != 0) {
            json.beginObject();
            json.field("id").value(event.seat(number));
            json.field("eventId").value(event.value());
            json.field("number").value(number);
            json.endObject();
            number = states.next(SeatStatus.AVAILABLE, number);
        }
        return json.endArray().toByteArray();
    }
}
