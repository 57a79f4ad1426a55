package usher.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A ledger without a disk, for tests and the simulation. Keeps every promise but to be durable.
///
/// It has no thread of its own: an append is settled, and signalled, on the calling thread before
/// the call returns. Facts are kept as the bytes that a durable ledger would store. Any number of
/// nodes may use one at once; [#close] forgets nothing, so a node may come back to it. Thread-safe.
public final class InMemoryLedger implements Ledger {

    private final InstantSource clock;
    private final AtomicLong latestMillis = new AtomicLong(Long.MIN_VALUE);
    private final MemoryStore store = new MemoryStore();
    private final Signals signals = new Signals();
    private final Snapshots snapshots = new MemorySnapshots();
    private final Notes notes = new MemoryNotes();
    private final Heads heads = new MemoryHeads();

    /// An empty ledger whose time is that of `clock`.
    public InMemoryLedger(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        List<Outcome> outcomes = new ArrayList<>(appends.size());
        for (Append append : appends) outcomes.add(store.settle(append, nowMillis()));
        for (int i = 0; i < outcomes.size(); i++) {
            boolean isAppended = outcomes.get(i) instanceof Outcome.Appended;
            if (isAppended && !appends.get(i).isCheck()) signals.give(appends.get(i).stream());
        }
        return CompletableFuture.completedStage(outcomes);
    }

    /// Other engines of this process may append to the same streams.
    @Override
    public boolean isRelaxed() {
        return true;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        return store.read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        return store.find(key);
    }

    @Override
    public Heads heads() {
        return heads;
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public Deadlines deadlines() {
        return store::due;
    }

    @Override
    public Notes notes() {
        return notes;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(nowMillis());
    }

    @Override
    public void close() {}

    private long nowMillis() {
        return latestMillis.accumulateAndGet(clock.millis(), Math::max);
    }

    private final class MemoryHeads implements Heads {

        @Override
        public Position of(StreamId stream) {
            return store.head(stream);
        }

        @Override
        public List<Head> scan(@Nullable StreamId after, int max) {
            return store.heads(after, max);
        }

        @Override
        public AutoCloseable listen(Consumer<StreamId> listener) {
            return signals.listen(listener);
        }
    }
}
