package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.Map;
import java.util.TreeMap;
import usher.ledger.Entry;
import usher.ledger.Heads.Head;
import usher.ledger.StreamId;

/// Another system, which the nodes tell what became true: each stream in order, nothing left out,
/// and what comes twice it has seen before.
final class Subscriber {

    private final World world;
    private final Map<StreamId, Long> seen = new TreeMap<>();

    Subscriber(World world) {
        this.world = world;
    }

    /// A message has arrived.
    void hear(Entry entry) {
        long last = seen(entry.stream());
        unless(
                entry.version() <= last + 1,
                "entry %d of %s is relayed after entry %d",
                entry.version(),
                Brief.of(entry.stream()),
                last);
        seen.put(entry.stream(), Math.max(last, entry.version()));
        world.totals().relayed(entry.version() <= last);
    }

    /// Whether it has heard of every entry.
    boolean isUpToDate() {
        return world.disk().heads().scan(null, Integer.MAX_VALUE).stream().allMatch(this::knows);
    }

    private boolean knows(Head head) {
        return seen(head.stream()) == head.position().version();
    }

    private long seen(StreamId stream) {
        return seen.getOrDefault(stream, 0L);
    }
}
