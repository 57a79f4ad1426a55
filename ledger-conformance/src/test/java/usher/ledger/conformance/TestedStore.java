package usher.ledger.conformance;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import usher.ledger.InMemoryLedger;
import usher.ledger.Ledger;

/// A store of ledgers in memory, right or with a fault built in.
///
/// @param handles what opening it gives
/// @param patience short if the ledger is broken: much will be waited for in vain
record TestedStore(Supplier<Ledger> handles, Duration patience) implements DurableStore {

    private static final Duration BROKEN_PATIENCE = Duration.ofMillis(100);

    static DurableStore right() {
        Ledger ledger = newLedger();
        return new TestedStore(() -> ledger, Duration.ofSeconds(60));
    }

    /// A store of one ledger, which is right but for `fault`.
    static DurableStore with(UnaryOperator<Ledger> fault) {
        Ledger ledger = fault.apply(newLedger());
        return broken(() -> ledger);
    }

    static DurableStore broken(Supplier<Ledger> handles) {
        return new TestedStore(handles, BROKEN_PATIENCE);
    }

    static Ledger newLedger() {
        return new InMemoryLedger(InstantSource.system());
    }

    @Override
    public Ledger open() {
        return handles.get();
    }

    @Override
    public void crash() {}

    @Override
    public void close() {}
}
