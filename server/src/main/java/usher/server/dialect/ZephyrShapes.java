package usher.server.dialect;

import java.util.List;
import java.util.Locale;
import usher.domain.EventId;
import usher.domain.UserId;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventState;
import usher.domain.event.Listing;
import usher.domain.holding.Hold;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;
import usher.server.http.SeatRendering;
import usher.server.http.Timestamps;

/// The interfaces `Event`, `Seat` and `SeatHold` of the zephyr document, field by field.
final class ZephyrShapes {

    private static final int BYTES_PER_SEAT = 90;

    private ZephyrShapes() {}

    /// An event as it was a moment ago.
    record Event(EventDefinition event, Listing now) {

        static Event of(EventDefinition created) {
            return new Event(created, Listing.of(created));
        }

        static Event of(EventState state) {
            return new Event(state.definition(), state.listing());
        }

        JsonBytes write(JsonBytes json) {
            EventDetails details = now.details();
            String description = details.description();
            json.beginObject();
            json.field("id").value(event.id().value());
            json.field("name").value(details.name());
            json.field("description").value(description == null ? "" : description);
            json.field("totalSeats").value(event.totalSeats());
            json.field("status").plain(now.status().name().toLowerCase(Locale.ROOT));
            time(json, "createdAt", event.createdAt().toEpochMilli());
            if (now.changedAtMillis() != 0) time(json, "updatedAt", now.changedAtMillis());
            return json.endObject();
        }
    }

    /// A seat; who has it, and since when, if anybody does.
    static JsonBytes seat(JsonBytes json, Seat seat) {
        SeatRecord record = seat.record();
        begin(json, seat.event().id(), seat.number());
        json.field("status").plain(word(record.status()));
        UserId owner = record.owner();
        if (owner != null && record.status() != SeatStatus.AVAILABLE) {
            json.field("userId").value(owner.value());
            boolean isHeld = record.status() == SeatStatus.HELD;
            time(json, isHeld ? "heldAt" : "reservedAt", record.sinceMillis());
        }
        return json.endObject();
    }

    static JsonBytes hold(JsonBytes json, Hold hold) {
        begin(json, hold.event().id(), hold.seat());
        json.field("userId").value(hold.user().value());
        time(json, "heldAt", hold.heldAtMillis());
        time(json, "expiresAt", hold.expiresAtMillis());
        return json.endObject();
    }

    static JsonBytes holds(JsonBytes json, List<Hold> holds) {
        json.beginArray();
        for (Hold hold : holds) {
            hold(json, hold);
        }
        return json.endArray();
    }

    private static JsonBytes begin(JsonBytes json, EventId event, int number) {
        json.beginObject();
        json.field("eventId").value(event.value());
        return json.field("seatNumber").value(number);
    }

    private static void time(JsonBytes json, String field, long millis) {
        Timestamps.write(json.field(field), millis);
    }

    /// The document knows no blocked seats: nobody can have them, as if somebody had them for good.
    private static String word(SeatStatus status) {
        return switch (status) {
            case AVAILABLE -> "available";
            case HELD -> "held";
            case RESERVED, BLOCKED -> "reserved";
        };
    }

    /// The available seats, as an array.
    enum Seats implements SeatRendering {
        AVAILABLE;

        @Override
        public byte[] render(EventId event, States states) {
            int count = states.count(SeatStatus.AVAILABLE);
            JsonBytes json = new JsonBytes(2 + BYTES_PER_SEAT * count).beginArray();
            int number = states.next(SeatStatus.AVAILABLE, 0);
            while (number != 0) {
                begin(json, event, number).field("status").plain(word(SeatStatus.AVAILABLE));
                json.endObject();
                number = states.next(SeatStatus.AVAILABLE, number);
            }
            return json.endArray().toByteArray();
        }
    }
}
