package usher.bench.office;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Heads;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// A ledger whose snapshots got lost, as they may: whoever reads it reads every fact.
record WithoutSnapshots(Ledger ledger) implements Ledger {

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        return ledger.append(appends);
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        return ledger.read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        return ledger.find(key);
    }

    @Override
    public Heads heads() {
        return ledger.heads();
    }

    @Override
    public Snapshots snapshots() {
        return new None();
    }

    @Override
    public Deadlines deadlines() {
        return ledger.deadlines();
    }

    @Override
    public Instant now() {
        return ledger.now();
    }

    @Override
    public void close() {
        ledger.close();
    }

    private record None() implements Snapshots {
        @Override
        public @Nullable Snapshot latest(StreamId stream) {
            return null;
        }

        @Override
        public void store(Snapshot snapshot) {}
    }
}
