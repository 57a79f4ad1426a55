package usher.bench.server;

import java.util.OptionalLong;
import usher.ledger.Ledger;

/// A database server of the bench's own, in which servers share ledgers.
public interface LedgerServer extends AutoCloseable {

    /// What people call it.
    String name();

    /// The URL of a ledger that nobody has used.
    String newLedger();

    /// The ledger at `url`, which nodes may use meanwhile, to be read.
    Ledger look(String url);

    /// Whether a ledger can be verified while nodes use it.
    boolean isVerifiedInUse();

    /// Ends the connections on which nodes hear of each other's appends.
    void hangUp();

    /// The processor time that its processes have used, in microseconds; empty where the system
    /// does not tell.
    OptionalLong cpuMicros();

    @Override
    void close();
}
