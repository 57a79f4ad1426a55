package usher.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// Where facts are kept: one append-only stream of entries per event, and one for the catalog.
///
/// Every implementation keeps every promise in here; the conformance suite says so. Thread-safe.
/// Reading calls may block and throw [LedgerException]; [#append] never throws.
public interface Ledger extends AutoCloseable {

    /// Appends to many streams, each at most once in `appends`, in one durable write.
    ///
    /// The stage completes once all are settled, with an outcome for each in the same order, on a
    /// thread of the ledger's or of somebody who appends; it never completes exceptionally. An
    /// append whose [Append#follows] is not the stream's last entry is refused, and only that one.
    /// Appends that a caller starts while others are under way are written after them, in the order
    /// of the calls.
    ///
    /// An embedded ledger may write on the caller's thread, for as long as one write takes; one
    /// across a network does not hold the caller up.
    CompletionStage<List<Outcome>> append(List<Append> appends);

    /// Whether other nodes may append to the same streams. If not, who has appended last knows the
    /// head and need not ask.
    default boolean isShared() {
        return false;
    }

    /// Whether an append may be answered before it would survive a power cut.
    default boolean isRelaxed() {
        return false;
    }

    /// The entries of `stream` after number `after`, oldest first, at most `max` (1 or more).
    /// Fewer than `max` mean that there are no more. Only durable entries are ever seen.
    List<Entry> read(StreamId stream, long after, int max);

    /// The streams that an append filed under `key`.
    Set<StreamId> find(Key key);

    /// Where each stream stands.
    Heads heads();

    Snapshots snapshots();

    Deadlines deadlines();

    /// What changes beside the facts.
    Notes notes();

    /// The ledger's clock, the one that decides: whole milliseconds. Does not block.
    Instant now();

    /// Finishes what was begun, and lets go.
    @Override
    void close();
}
