package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// What is durable in the journal but not filed yet: it lies over what is filed.
///
/// The writer adds; the filer takes a whole [Generation], files it, and drops it once that is
/// committed; anybody reads. Who asks here first and looks at what is filed afterwards misses
/// nothing: an entry may be seen in both places then, but never in neither. Thread-safe; no call
/// waits for a disk.
final class Overlay {

    private Generation growing;
    private @Nullable Generation filing;

    Overlay(Generation growing) {
        this.growing = growing;
    }

    /// Lets everybody see the entries of one durable block; how many bytes waited to be filed right
    /// before: whoever adds to nothing knows that the filer may be asleep.
    synchronized long add(List<JournalEntry> entries, Journal.Place blockEnd) {
        long before = bytes();
        growing.add(entries, blockEnd);
        return before;
    }

    /// How many bytes wait to be filed.
    synchronized long bytes() {
        return growing.bytes() + (filing == null ? 0 : filing.bytes());
    }

    /// What is to be filed next, which grows no more; null if there is nothing.
    synchronized @Nullable Generation freeze() {
        if (filing == null && !growing.isEmpty()) {
            filing = growing;
            growing = new Generation(filing.end());
        }
        return filing;
    }

    /// Forgets what was frozen: it is filed.
    synchronized void dropFrozen() {
        filing = null;
    }

    /// At most `max` entries of `stream` after number `after`.
    synchronized List<JournalEntry> after(StreamId stream, long after, int max) {
        List<JournalEntry> found = new ArrayList<>();
        for (Generation generation : generations()) {
            Tail tail = generation.tails().get(stream);
            if (tail != null) tail.copyAfter(after, max, found);
        }
        return found;
    }

    /// Where `stream` stands; null if only what is filed can tell.
    synchronized @Nullable Position head(StreamId stream) {
        Position head = null;
        for (Generation generation : generations()) {
            Tail tail = generation.tails().get(stream);
            if (tail != null) head = tail.head();
        }
        return head;
    }

    /// Where each stream stands that has entries here.
    synchronized Map<StreamId, Position> heads() {
        Map<StreamId, Position> heads = new HashMap<>();
        for (Generation generation : generations()) {
            generation.tails().forEach((stream, tail) -> heads.put(stream, tail.head()));
        }
        return heads;
    }

    /// When each stream is due that has entries here, [Long#MAX_VALUE] for never.
    synchronized Map<StreamId, Long> deadlines() {
        Map<StreamId, Long> deadlines = new HashMap<>();
        for (Generation generation : generations()) {
            generation.tails().forEach((stream, t) -> deadlines.put(stream, t.deadlineMillis()));
        }
        return deadlines;
    }

    synchronized Set<StreamId> find(Key key) {
        Set<StreamId> found = new HashSet<>();
        for (Generation generation : generations()) {
            found.addAll(generation.streamsByKey().getOrDefault(key, Set.of()));
        }
        return found;
    }

    private List<Generation> generations() {
        return filing == null ? List.of(growing) : List.of(filing, growing);
    }
}
