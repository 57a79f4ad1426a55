package usher.ledger.sqlite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import usher.ledger.Key;
import usher.ledger.StreamId;

/// All entries of some consecutive blocks, by stream: what one transaction files.
///
/// Guarded by the [Overlay] while it grows; immutable after that.
final class Generation {

    private final Map<StreamId, Tail> tails = new HashMap<>();
    private final Map<Key, Set<StreamId>> streamsByKey = new HashMap<>();
    private Journal.Place end;
    private long bytes;

    /// None yet; what follows begins at `end`.
    Generation(Journal.Place end) {
        this.end = end;
    }

    /// Adds a block's entries; what follows it begins at `blockEnd`.
    void add(List<JournalEntry> entries, Journal.Place blockEnd) {
        for (JournalEntry entry : entries) add(entry);
        end = blockEnd;
    }

    boolean isEmpty() {
        return tails.isEmpty();
    }

    /// How much there is to file.
    long bytes() {
        return bytes;
    }

    /// Where the journal goes on once this is filed.
    Journal.Place end() {
        return end;
    }

    Map<StreamId, Tail> tails() {
        return tails;
    }

    Map<Key, Set<StreamId>> streamsByKey() {
        return streamsByKey;
    }

    private void add(JournalEntry entry) {
        tails.computeIfAbsent(entry.stream(), _ -> new Tail()).add(entry);
        bytes += entry.length();
        for (Key key : entry.keys()) {
            streamsByKey.computeIfAbsent(key, _ -> new HashSet<>()).add(entry.stream());
        }
    }
}
