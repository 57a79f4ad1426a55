package usher.ledger;

import java.util.ArrayList;
import java.util.List;

/// The entries of one stream in memory, as the bytes that a durable ledger would store.
///
/// Not thread-safe: [InMemoryLedger] owns it.
final class MemoryStream {

    private final StreamId id;
    private final List<StoredFacts> entries = new ArrayList<>();
    private long deadlineMillis = Long.MAX_VALUE;

    MemoryStream(StreamId id) {
        this.id = id;
    }

    Position head() {
        return entries.isEmpty() ? Position.START : entries.getLast().position();
    }

    /// Whether `position` is, or once was, the head.
    boolean passed(Position position) {
        if (position.version() == 0) return position.equals(Position.START);
        if (position.version() > entries.size()) return false;
        return entries.get((int) position.version() - 1).position().equals(position);
    }

    /// Up to `max` entries after number `version`.
    List<Entry> after(long version, int max) {
        List<Entry> found = new ArrayList<>();
        long end = Math.min(entries.size(), version + max);
        for (long next = version; next < end; next++) {
            StoredFacts stored = entries.get((int) next);
            found.add(new Entry(id, stored.position(), stored.facts()));
        }
        return found;
    }

    void add(Entry entry) {
        entries.add(new StoredFacts(entry.position(), entry.facts()));
    }

    /// When the stream is due, in milliseconds since 1970; [Long#MAX_VALUE] for never.
    long deadlineMillis() {
        return deadlineMillis;
    }

    void setDeadline(long millis) {
        deadlineMillis = millis;
    }
}
