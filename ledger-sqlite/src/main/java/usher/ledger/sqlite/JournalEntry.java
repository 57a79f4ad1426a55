package usher.ledger.sqlite;

import java.util.List;
import usher.ledger.Entry;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// An entry that is durable in the journal, with where its line lies in memory. Immutable.
///
/// @param deadlineMillis as in [usher.ledger.Append#deadlineMillis]
/// @param part what a page keeps of its line: a slice of the block, shared with its neighbours
record JournalEntry(
        StreamId stream, Position position, long deadlineMillis, List<Key> keys, Slice part) {

    long version() {
        return position.version();
    }

    /// How many bytes a page will need for it.
    int length() {
        return part.length();
    }

    Entry decode() {
        return EntryLine.read(stream, part.bytes(), part.from(), part.to()).decode();
    }
}
