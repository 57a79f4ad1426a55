package usher.ledger.conformance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// Ledgers that keep snapshots wrong.
final class BrokenSnapshots {

    private BrokenSnapshots() {}

    /// Replaces a snapshot by whatever is stored next.
    static Ledger replacingSnapshotsByOlderOnes(Ledger right) {
        Map<StreamId, Snapshots.Snapshot> stored = new ConcurrentHashMap<>();
        return new OneByOneLedger(right) {
            @Override
            public Snapshots snapshots() {
                return new Snapshots() {
                    @Override
                    public @Nullable Snapshot latest(StreamId stream) {
                        return stored.get(stream);
                    }

                    @Override
                    public void store(Snapshot snapshot) {
                        stored.put(snapshot.stream(), snapshot);
                    }
                };
            }
        };
    }

    /// Has one snapshot for all streams.
    static Ledger mixingUpSnapshots(Ledger right) {
        StreamId any = StreamId.CATALOG;
        return new OneByOneLedger(right) {
            @Override
            public Snapshots snapshots() {
                return new Snapshots() {
                    @Override
                    public @Nullable Snapshot latest(StreamId stream) {
                        return right.snapshots().latest(any);
                    }

                    @Override
                    public void store(Snapshot snapshot) {
                        right.snapshots()
                                .store(new Snapshot(any, snapshot.position(), snapshot.facts()));
                    }
                };
            }
        };
    }

    /// Keeps a snapshot as if it were an entry.
    static Ledger appendingSnapshots(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public Snapshots snapshots() {
                return new Snapshots() {
                    @Override
                    public @Nullable Snapshot latest(StreamId stream) {
                        return right.snapshots().latest(stream);
                    }

                    @Override
                    public void store(Snapshot s) {
                        right.snapshots().store(s);
                        long until = Long.MAX_VALUE;
                        settleRight(
                                new Append(
                                        s.stream(),
                                        s.position(),
                                        1001,
                                        s.facts(),
                                        List.of(),
                                        until,
                                        until));
                    }
                };
            }
        };
    }

    /// Loses the last fact of a snapshot, and makes up an empty one where there is none.
    static Ledger tearingSnapshots(Ledger right) {
        return new OneByOneLedger(right) {
            @Override
            public Snapshots snapshots() {
                return new Snapshots() {
                    @Override
                    public Snapshot latest(StreamId stream) {
                        Snapshot whole = right.snapshots().latest(stream);
                        if (whole == null) return new Snapshot(stream, Position.START, List.of());
                        List<Fact> torn = whole.facts().subList(0, whole.facts().size() - 1);
                        return new Snapshot(stream, whole.position(), torn);
                    }

                    @Override
                    public void store(Snapshot snapshot) {
                        right.snapshots().store(snapshot);
                    }
                };
            }
        };
    }
}
