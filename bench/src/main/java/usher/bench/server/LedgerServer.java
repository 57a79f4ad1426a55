package usher.bench.server;

import java.util.OptionalLong;

/// A database server of the bench's own, in which servers share ledgers.
public interface LedgerServer extends AutoCloseable {

    /// The URL of a ledger that nobody has used.
    String newLedger();

    /// The processor time that its processes have used, in microseconds; empty where the system
    /// does not tell.
    OptionalLong cpuMicros();

    @Override
    void close();
}
