package usher.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where each stream stands: what relays, projections and peers follow.
///
/// Followers compare heads with a cursor of their own per stream: versions are dense, so a gap
/// shows. Signals make it quick, a slow scan makes it sure.
public interface Heads {

    /// A stream and its last entry.
    record Head(StreamId stream, Position position) {}

    /// The place after the last entry of `stream`; [Position#START] if it has none.
    Position of(StreamId stream);

    /// Up to `max` streams after `after` in the order of their ids; null: from the first.
    List<Head> scan(@Nullable StreamId after, int max);

    /// Calls `listener` with each stream soon after it was appended to, by this node or another,
    /// on a thread of the ledger's that must not be held up. A signal may get lost or come twice.
    /// What a listener throws harms nobody but itself.
    AutoCloseable listen(Consumer<StreamId> listener);

    /// The same, for who knows what this node appends: where the ledger can tell who appended, only
    /// appends by other nodes are signalled.
    default AutoCloseable listenToOthers(Consumer<StreamId> listener) {
        return listen(listener);
    }
}
