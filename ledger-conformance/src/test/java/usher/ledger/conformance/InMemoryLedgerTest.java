package usher.ledger.conformance;

/// The ledger in memory keeps all promises; it forgets nothing, so it passes even as a durable one.
class InMemoryLedgerTest implements LedgerConformance, DurablePromises, SharedPromises {

    @Override
    public DurableStore newStore() {
        return TestedStore.right();
    }
}
