package usher.engine;

import java.util.List;
import java.util.function.Supplier;
import usher.domain.Fact;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// Snapshots on their way to the ledger. One that does not arrive is no harm.
final class SnapshotWriter {

    private final Engine engine;
    private int underWay;

    SnapshotWriter(Engine engine) {
        this.engine = engine;
    }

    boolean isBusy() {
        return underWay > 0;
    }

    /// Stores what `taken`, a copy of the durable state at `at`, restates: elsewhere, later.
    void store(StreamId stream, Position at, Supplier<List<Fact>> taken) {
        underWay++;
        engine.thread()
                .<Boolean>blocking(
                        () -> {
                            List<Fact> facts = taken.get();
                            engine.ledger().snapshots().store(new Snapshot(stream, at, facts));
                            return true;
                        },
                        (_, trouble) -> {
                            underWay--;
                            if (trouble == null) return;
                            String reason = "no snapshot: " + trouble.getMessage();
                            engine.observer().troubled(stream, reason);
                        });
    }
}
