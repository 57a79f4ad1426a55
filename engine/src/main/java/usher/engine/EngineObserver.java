package usher.engine;

import usher.ledger.Entry;
import usher.ledger.StreamId;

/// What may be counted of an engine. Called on the engine's thread, which it must not hold up.
public interface EngineObserver {

    /// `result` goes to its caller, `nanos` after he asked. [Result.Overloaded] may come on the
    /// thread of whoever asks.
    default void answered(Result result, long nanos) {}

    /// `entry` is durable; each stream's entries come in order, other nodes' included.
    default void appended(Entry entry) {}

    /// A write of `entries` entries with `facts` facts ended after `nanos`.
    default void written(int entries, int facts, long nanos) {}

    /// Another node was first in `stream`; what was decided is decided again.
    default void lostRace(StreamId stream) {}

    /// The ledger of `stream` is behind what it acknowledged: it lost facts. An alarm.
    default void rewound(StreamId stream) {}

    /// The ledger did not do what it was asked to.
    default void troubled(StreamId stream, String reason) {}
}
