package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Key;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Reads streams: what is filed, and the overlay over it. Thread-safe.
final class Streams {

    private final Overlay overlay;
    private final Filed filed;

    Streams(Overlay overlay, Filed filed) {
        this.overlay = overlay;
        this.filed = filed;
    }

    /// As [usher.ledger.Ledger#read].
    List<Entry> read(StreamId stream, long after, int max) {
        List<JournalEntry> recent = overlay.after(stream, after, max);
        long first = recent.isEmpty() ? Long.MAX_VALUE : recent.getFirst().version();
        List<Entry> entries = new ArrayList<>();
        if (first > after + 1) entries.addAll(filed.read(stream, after, first, max));
        for (int i = 0; i < recent.size() && entries.size() < max; i++) {
            entries.add(recent.get(i).decode());
        }
        return entries;
    }

    Set<StreamId> find(Key key) {
        Set<StreamId> found = new HashSet<>(overlay.find(key));
        found.addAll(filed.find(key));
        return found;
    }

    /// How an append ends that does not follow the last entry of its stream.
    Outcome dispute(Append append) {
        try {
            Position follows = append.follows();
            Position head = head(append.stream());
            if (follows.version() >= head.version()) return new Outcome.Rewound(head);
            long before = Math.max(0, follows.version() - 1);
            int max = Outcome.Conflict.MISSED_MAX + (int) (follows.version() - before);
            List<Entry> entries = read(append.stream(), before, max);
            if (follows.version() == 0) {
                return follows.id() == 0
                        ? new Outcome.Conflict(entries)
                        : new Outcome.Rewound(head);
            }
            if (!entries.getFirst().position().equals(follows)) return new Outcome.Rewound(head);
            return new Outcome.Conflict(List.copyOf(entries.subList(1, entries.size())));
        } catch (LedgerException e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private Position head(StreamId stream) {
        Position head = overlay.head(stream);
        return head == null ? filed.head(stream) : head;
    }
}
