package usher.ledger.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import usher.ledger.Append;
import usher.ledger.Deadlines;
import usher.ledger.Entry;
import usher.ledger.Heads;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// Does what the ledger in memory does, until a part of it is overridden to do it wrong.
class ForwardingLedger implements Ledger {

    final Ledger right;

    ForwardingLedger(Ledger right) {
        this.right = right;
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Append append : appends) outcomes.add(settle(append));
        return CompletableFuture.completedStage(outcomes);
    }

    /// How one append ends.
    Outcome settle(Append append) {
        return settleRight(append);
    }

    /// How one append ends if all goes right.
    final Outcome settleRight(Append append) {
        return Trial.settled(right.append(List.of(append))).getFirst();
    }

    @Override
    public boolean isShared() {
        return right.isShared();
    }

    @Override
    public boolean isRelaxed() {
        return right.isRelaxed();
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        return right.read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        return right.find(key);
    }

    @Override
    public Heads heads() {
        return right.heads();
    }

    @Override
    public Snapshots snapshots() {
        return right.snapshots();
    }

    @Override
    public Deadlines deadlines() {
        return right.deadlines();
    }

    @Override
    public Instant now() {
        return right.now();
    }

    @Override
    public void close() {
        right.close();
    }
}
