package usher.server.http;

import jakarta.ws.rs.core.EntityTag;
import usher.domain.EventId;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;

/// The seats of an event that pass a filter, rendered once for one version.
final class SeatList {

    private static final int BYTES_PER_SEAT = 150;

    private final EntityTag tag;
    private final byte[] body;

    private SeatList(EntityTag tag, byte[] body) {
        this.tag = tag;
        this.body = body;
    }

    EntityTag tag() {
        return tag;
    }

    /// The JSON; not to be changed.
    byte[] body() {
        return body;
    }

    /// Renders the list. For a big event that takes milliseconds: not on an event loop.
    static SeatList render(EventId event, States states, SeatFilter filter) {
        JsonBytes json = new JsonBytes(64 + BYTES_PER_SEAT * admitted(states, filter));
        json.beginObject().field("items").beginArray();
        for (int number = 1; number <= states.total(); number++) {
            SeatStatus status = states.of(number);
            if (filter.admits(status)) writeSeat(json, event, number, status);
        }
        json.endArray().endObject();
        EntityTag tag = new EntityTag(Long.toString(states.version()));
        return new SeatList(tag, json.toByteArray());
    }

    static void writeSeat(JsonBytes json, EventId event, int number, SeatStatus status) {
        json.beginObject();
        json.field("id").value(event.seat(number));
        json.field("eventId").value(event.value());
        json.field("number").value(number);
        json.field("status").plain(Shapes.word(status));
        json.endObject();
    }

    private static int admitted(States states, SeatFilter filter) {
        int count = 0;
        for (SeatStatus status : SeatStatus.values()) {
            if (filter.admits(status)) count += states.count(status);
        }
        return count;
    }
}
