package usher.engine.relay;

import usher.ledger.StreamId;

/// What may be counted of relays. Called on the relays' thread, which it must not hold up.
public interface RelayObserver {

    /// `entries` entries of a stream with `facts` facts have arrived by the route `route`; the last
    /// of them had become true `lagMillis` before.
    default void relayed(String route, int entries, int facts, long lagMillis) {}

    /// The route `route` does not get on with `stream`, and tries again in `againMillis`.
    default void heldUp(String route, StreamId stream, String reason, long againMillis) {}

    /// The destination of the route `route` cannot be reached, and is tried again in `againMillis`.
    default void away(String route, String reason, long againMillis) {}

    /// Whether this node relays from now on.
    default void leads(boolean isLeading) {}

    /// The ledger did not do what it was asked to.
    default void troubled(String reason) {}
}
