package usher.server.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.Base64;
import java.util.Map;
import usher.domain.EventId;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;

/// The formats of the states of all seats: two bits a place, as they are or in JSON.
enum StatesFormat implements SeatRendering {
    JSON {
        @Override
        public byte[] render(EventId event, States states) {
            byte[] base64 = Base64.getEncoder().encode(states.packed());
            JsonBytes json = new JsonBytes(BYTES_AROUND + base64.length).beginObject();
            json.field("version").value(states.version());
            json.field("totalSeats").value(states.total());
            json.field("states").put('"').raw(base64).put('"');
            return json.endObject().toByteArray();
        }
    },
    RAW {
        @Override
        public byte[] render(EventId event, States states) {
            return states.packed();
        }

        @Override
        public MediaType type() {
            return MediaType.APPLICATION_OCTET_STREAM_TYPE;
        }

        @Override
        public String tag(long version) {
            return version + "-raw";
        }
    };

    private static final int BYTES_AROUND = 100;

    /// The format that `request` likes best.
    ///
    /// @throws Problem if it accepts none
    static StatesFormat chosen(Request request) {
        MediaType type = Formats.chosen(request, JSON.type(), RAW.type());
        return type.equals(RAW.type()) ? RAW : JSON;
    }

    @Override
    public Map<String, String> headers(long version) {
        return Map.of("Vary", "Accept", "X-Event-Version", Long.toString(version));
    }
}
