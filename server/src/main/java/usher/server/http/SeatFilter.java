package usher.server.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.JsonBytes;

/// Which seats of an event `/v1` lists.
enum SeatFilter implements SeatRendering {
    AVAILABLE(SeatStatus.AVAILABLE),
    HELD(SeatStatus.HELD),
    RESERVED(SeatStatus.RESERVED),
    BLOCKED(SeatStatus.BLOCKED),
    ALL(null);

    private static final int BYTES_PER_SEAT = 150;
    private static final int BYTES_AROUND = 64;

    private final @Nullable SeatStatus status;

    SeatFilter(@Nullable SeatStatus status) {
        this.status = status;
    }

    /// The filter with this name in a query.
    ///
    /// @throws Problem if there is none
    static SeatFilter named(String name) {
        for (SeatFilter filter : values()) {
            if (filter.name().toLowerCase(Locale.ROOT).equals(name)) return filter;
        }
        throw Problem.field("status", "must be available, held, reserved, blocked or all");
    }

    @Override
    public byte[] render(EventId event, States states) {
        JsonBytes json = new JsonBytes(BYTES_AROUND + BYTES_PER_SEAT * admitted(states));
        json.beginObject().field("items").beginArray();
        Places places = new Places(states.plan());
        for (int number = 1; number <= states.total(); number++) {
            SeatStatus each = states.of(number);
            if (admits(each)) Shapes.seat(json, event, number, places, each);
        }
        return json.endArray().endObject().toByteArray();
    }

    private int admitted(States states) {
        return status == null ? states.total() : states.count(status);
    }

    private boolean admits(SeatStatus candidate) {
        return status == null || status == candidate;
    }
}
