package usher.ledger.conformance;

import java.time.InstantSource;
import usher.ledger.InMemoryLedger;
import usher.ledger.Ledger;

/// One ledger in memory that every handle is.
final class MemoryStoreUnderTest implements DurableStore {

    private final Ledger ledger = new InMemoryLedger(InstantSource.system());

    @Override
    public Ledger open() {
        return ledger;
    }

    @Override
    public void crash() {}

    @Override
    public void close() {}
}
