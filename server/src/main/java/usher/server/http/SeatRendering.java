package usher.server.http;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import usher.domain.EventId;
import usher.domain.seating.States;

/// A way to show the seats of an event. Equal ones make equal lists.
public interface SeatRendering {

    /// The list. For a big event that takes milliseconds: not on an event loop.
    byte[] render(EventId event, States states);

    /// The format of the list.
    default MediaType type() {
        return MediaType.APPLICATION_JSON_TYPE;
    }

    /// The entity tag of the list at `version`. Two formats at one address have different ones.
    default String tag(long version) {
        return Long.toString(version);
    }

    /// Whether it is the same at every version: then it is made only once.
    default boolean isEverlasting() {
        return false;
    }

    /// What else the answer with the list at `version` says of it.
    default Map<String, String> headers(long version) {
        return Map.of();
    }
}
