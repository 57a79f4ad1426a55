package usher.ledger.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.ledger.Append;
import usher.ledger.Heads;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Signals;
import usher.ledger.StreamId;

/// Ledgers that mislead their followers.
final class BrokenHeads {

    private BrokenHeads() {}

    /// Scans heads backwards, and streams without an entry among them.
    static Ledger scanningAnyhow(Ledger right) {
        return withHeads(
                right,
                new ForwardingHeads(right) {
                    @Override
                    public List<Head> scan(@Nullable StreamId after, int max) {
                        List<Head> heads = new ArrayList<>(super.scan(after, max).reversed());
                        heads.add(new Head(new StreamId(new UUID(9, 9)), Position.START));
                        return heads;
                    }
                });
    }

    /// Says that nothing was ever appended.
    static Ledger forgettingHeads(Ledger right) {
        return withHeads(
                right,
                new ForwardingHeads(right) {
                    @Override
                    public Position of(StreamId stream) {
                        return Position.START;
                    }
                });
    }

    /// Never gives a signal.
    static Ledger givingNoSignals(Ledger right) {
        return withHeads(
                right,
                new ForwardingHeads(right) {
                    @Override
                    public AutoCloseable listen(Consumer<StreamId> listener) {
                        return () -> {};
                    }
                });
    }

    /// Never stops giving signals.
    static Ledger signallingForEver(Ledger right) {
        return withHeads(
                right,
                new ForwardingHeads(right) {
                    @Override
                    public AutoCloseable listen(Consumer<StreamId> listener) {
                        super.listen(listener);
                        return () -> {};
                    }
                });
    }

    /// Drops a listener that failed.
    static Ledger droppingFailedListeners(Ledger right) {
        return withHeads(
                right,
                new ForwardingHeads(right) {
                    @Override
                    public AutoCloseable listen(Consumer<StreamId> listener) {
                        AtomicLong failures = new AtomicLong();
                        return super.listen(
                                stream -> {
                                    if (failures.get() > 0) return;
                                    failures.incrementAndGet();
                                    listener.accept(stream);
                                    failures.decrementAndGet();
                                });
                    }
                });
    }

    /// Gives each signal before the append, and whether it succeeds or not.
    static Ledger signallingTooEarly(Ledger right) {
        Signals signals = new Signals();
        Ledger early =
                new OneByOneLedger(right) {
                    @Override
                    Outcome settle(Append append) {
                        signals.give(append.stream());
                        return settleRight(append);
                    }
                };
        return withHeads(
                early,
                new ForwardingHeads(right) {
                    @Override
                    public AutoCloseable listen(Consumer<StreamId> listener) {
                        return signals.listen(listener);
                    }
                });
    }

    private static Ledger withHeads(Ledger right, Heads heads) {
        return new OneByOneLedger(right) {
            @Override
            public Heads heads() {
                return heads;
            }
        };
    }
}
