package usher.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// A ledger that does what another does, but for what is overridden. Owns the other one: [#close]
/// closes it.
public abstract class ForwardingLedger implements Ledger {

    protected final Ledger ledger;

    protected ForwardingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletionStage<List<Outcome>> append(List<Append> appends) {
        return ledger.append(appends);
    }

    @Override
    public boolean isShared() {
        return ledger.isShared();
    }

    @Override
    public boolean isRelaxed() {
        return ledger.isRelaxed();
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
        return ledger.snapshots();
    }

    @Override
    public Deadlines deadlines() {
        return ledger.deadlines();
    }

    @Override
    public Notes notes() {
        return ledger.notes();
    }

    @Override
    public Instant now() {
        return ledger.now();
    }

    @Override
    public void close() {
        ledger.close();
    }

    @Override
    public String toString() {
        return ledger.toString();
    }
}
