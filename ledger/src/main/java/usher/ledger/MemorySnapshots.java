package usher.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The newest snapshot of each stream, in memory. Thread-safe.
final class MemorySnapshots implements Snapshots {

    private final Map<StreamId, StoredFacts> newest = new ConcurrentHashMap<>();

    @Override
    public @Nullable Snapshot latest(StreamId stream) {
        StoredFacts stored = newest.get(stream);
        if (stored == null) return null;
        return new Snapshot(stream, stored.position(), stored.facts());
    }

    @Override
    public void store(Snapshot snapshot) {
        StoredFacts stored = new StoredFacts(snapshot.position(), snapshot.facts());
        newest.merge(snapshot.stream(), stored, MemorySnapshots::newer);
    }

    private static StoredFacts newer(StoredFacts old, StoredFacts next) {
        return old.position().version() > next.position().version() ? old : next;
    }
}
