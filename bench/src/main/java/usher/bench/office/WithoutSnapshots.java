package usher.bench.office;

import org.jspecify.annotations.Nullable;
import usher.ledger.ForwardingLedger;
import usher.ledger.Ledger;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// A ledger whose snapshots got lost, as they may: whoever reads it reads every fact.
final class WithoutSnapshots extends ForwardingLedger {

    WithoutSnapshots(Ledger ledger) {
        super(ledger);
    }

    @Override
    public Snapshots snapshots() {
        return new None();
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
