package usher.ledger.redis;

import usher.ledger.conformance.DurablePromises;
import usher.ledger.conformance.DurableStore;
import usher.ledger.conformance.LedgerConformance;
import usher.ledger.conformance.SharedPromises;
import usher.test.servers.RedisCluster;

/// A ledger on three servers of a cluster keeps all promises, those of a shared one among them.
final class ClusterLedgerTest implements LedgerConformance, DurablePromises, SharedPromises {

    @Override
    public DurableStore newStore() {
        return RedisStoreUnderTest.onCluster(RedisCluster.shared());
    }
}
