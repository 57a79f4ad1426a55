package usher.ledger.redis;

import usher.ledger.conformance.DurablePromises;
import usher.ledger.conformance.DurableStore;
import usher.ledger.conformance.LedgerConformance;
import usher.ledger.conformance.SharedPromises;

/// A ledger in Redis keeps all promises, those of a shared one among them.
final class RedisLedgerTest implements LedgerConformance, DurablePromises, SharedPromises {

    @Override
    public DurableStore newStore() {
        return RedisStoreUnderTest.onOneServer();
    }
}
