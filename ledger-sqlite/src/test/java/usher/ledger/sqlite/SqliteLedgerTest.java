package usher.ledger.sqlite;

import usher.ledger.conformance.DurablePromises;
import usher.ledger.conformance.DurableStore;
import usher.ledger.conformance.LedgerConformance;

/// The embedded ledger keeps all promises, with most of what it is asked for still in its overlay.
final class SqliteLedgerTest implements LedgerConformance, DurablePromises {

    @Override
    public DurableStore newStore() {
        return new SqliteStoreUnderTest(SqliteOptions.standard().withJournalBytes(1 << 22));
    }
}
