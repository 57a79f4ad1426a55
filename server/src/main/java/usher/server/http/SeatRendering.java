package usher.server.http;

import usher.domain.EventId;
import usher.domain.seating.States;

/// A way to show the seats of an event. Equal ones make equal lists.
public interface SeatRendering {

    /// The list as JSON. For a big event that takes milliseconds: not on an event loop.
    byte[] render(EventId event, States states);
}
