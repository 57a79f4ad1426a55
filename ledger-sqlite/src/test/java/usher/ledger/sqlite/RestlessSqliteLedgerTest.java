package usher.ledger.sqlite;

import usher.ledger.conformance.DurablePromises;
import usher.ledger.conformance.DurableStore;
import usher.ledger.conformance.LedgerConformance;

/// The embedded ledger keeps all promises while it files every entry as soon as it can.
final class RestlessSqliteLedgerTest implements LedgerConformance, DurablePromises {

    @Override
    public DurableStore newStore() {
        return new SqliteStoreUnderTest(
                SqliteOptions.standard().withJournalBytes(1 << 22).withFiling(1, 0));
    }
}
