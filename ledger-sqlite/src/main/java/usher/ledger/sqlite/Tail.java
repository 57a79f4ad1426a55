package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import usher.ledger.Position;

/// The entries of one stream that are filed together, oldest first, without a gap.
///
/// Guarded by the [Overlay] while it grows; immutable after that.
final class Tail {

    private final List<JournalEntry> entries = new ArrayList<>();

    void add(JournalEntry entry) {
        entries.add(entry);
    }

    List<JournalEntry> entries() {
        return entries;
    }

    Position head() {
        return entries.getLast().position();
    }

    long deadlineMillis() {
        return entries.getLast().deadlineMillis();
    }

    /// Adds to `found` the entries after number `after`, until it has `max`.
    void copyAfter(long after, int max, List<JournalEntry> found) {
        long first = entries.getFirst().version();
        int from = (int) Math.max(0, after + 1 - first);
        for (int i = from; i < entries.size() && found.size() < max; i++) {
            found.add(entries.get(i));
        }
    }
}
