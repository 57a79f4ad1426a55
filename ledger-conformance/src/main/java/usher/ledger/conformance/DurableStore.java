package usher.ledger.conformance;

/// A store that outlives the processes that use it.
public interface DurableStore extends LedgerStore {

    /// Ends every handle that is open as the death of its process would: nothing is finished,
    /// flushed or said goodbye to. They are not used again; the next [#open] finds what was
    /// durable.
    void crash();
}
