package usher.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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

/// A ledger that does what another does, until a control breaks one promise of it.
class ForwardingLedger implements Ledger {

    private final Ledger honest;

    ForwardingLedger(Ledger honest) {
        this.honest = honest;
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        return honest.append(appends);
    }

    @Override
    public boolean isShared() {
        return honest.isShared();
    }

    @Override
    public boolean isRelaxed() {
        return honest.isRelaxed();
    }

    @Override
    public List<Entry> read(StreamId stream, long after, int max) {
        return honest.read(stream, after, max);
    }

    @Override
    public Set<StreamId> find(Key key) {
        return honest.find(key);
    }

    @Override
    public Heads heads() {
        return honest.heads();
    }

    @Override
    public Snapshots snapshots() {
        return honest.snapshots();
    }

    @Override
    public Deadlines deadlines() {
        return honest.deadlines();
    }

    @Override
    public Instant now() {
        return honest.now();
    }

    @Override
    public void close() {
        honest.close();
    }
}
