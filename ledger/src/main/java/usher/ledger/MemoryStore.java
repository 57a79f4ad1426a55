package usher.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import usher.ledger.Deadlines.Due;
import usher.ledger.Heads.Head;

/// All streams of an [InMemoryLedger], with the keys and deadlines that go with them. Thread-safe.
///
/// Everything is sorted, nothing depends on a hash: the simulation counts on equal orders.
final class MemoryStore {

    private static final Comparator<Due> EARLIEST_FIRST =
            Comparator.comparingLong(Due::atMillis).thenComparing(Due::stream);

    private final NavigableMap<StreamId, MemoryStream> streams = new TreeMap<>();
    private final Map<Key, SortedSet<StreamId>> filed = new HashMap<>();
    private final NavigableSet<Due> due = new TreeSet<>(EARLIEST_FIRST);

    /// Writes `append` if at `nowMillis` it may be written.
    synchronized Outcome settle(Append append, long nowMillis) {
        MemoryStream stream = stream(append.stream());
        if (!stream.passed(append.follows())) return new Outcome.Rewound(stream.head());
        if (!stream.head().equals(append.follows())) {
            long version = append.follows().version();
            return new Outcome.Conflict(stream.after(version, Outcome.Conflict.MISSED_MAX));
        }
        if (nowMillis >= append.acceptUntilMillis()) return new Outcome.Late();
        if (!append.isCheck()) write(append, stream);
        return new Outcome.Appended(append.position());
    }

    synchronized List<Entry> read(StreamId id, long after, int max) {
        return stream(id).after(after, max);
    }

    synchronized Set<StreamId> find(Key key) {
        SortedSet<StreamId> found = filed.get(key);
        return found == null ? Set.of() : new TreeSet<>(found);
    }

    synchronized Position head(StreamId id) {
        return stream(id).head();
    }

    synchronized List<Head> heads(@Nullable StreamId after, int max) {
        NavigableMap<StreamId, MemoryStream> rest =
                after == null ? streams : streams.tailMap(after, false);
        List<Head> heads = new ArrayList<>();
        for (Map.Entry<StreamId, MemoryStream> next : rest.entrySet()) {
            if (heads.size() == max) break;
            heads.add(new Head(next.getKey(), next.getValue().head()));
        }
        return heads;
    }

    synchronized List<Due> due(long untilMillis, int max) {
        List<Due> found = new ArrayList<>();
        for (Due next : due) {
            if (next.atMillis() > untilMillis || found.size() == max) break;
            found.add(next);
        }
        return found;
    }

    private void write(Append append, MemoryStream stream) {
        StreamId id = append.stream();
        stream.add(append.entry());
        streams.put(id, stream);
        for (Key key : append.keys()) {
            filed.computeIfAbsent(key, _ -> new TreeSet<>()).add(id);
        }
        due.remove(new Due(id, stream.deadlineMillis()));
        stream.setDeadline(append.deadlineMillis());
        if (append.deadlineMillis() != Long.MAX_VALUE)
            due.add(new Due(id, stream.deadlineMillis()));
    }

    /// The stream `id`; an empty one that is not kept if nothing was appended to it.
    private MemoryStream stream(StreamId id) {
        MemoryStream stream = streams.get(id);
        return stream == null ? new MemoryStream(id) : stream;
    }
}
