package usher.bench.server;

import java.util.OptionalLong;
import usher.ledger.Ledger;

/// A database server of the bench's own, in which servers share ledgers.
public interface LedgerServer extends AutoCloseable {

    /// What people call it.
    String name();

    /// The URL of a ledger that nobody has used.
    String newLedger();

    /// The URL of an empty place for what another system keeps, as that system's driver takes it.
    String newStore();

    /// The ledger at `url`, which nodes may use meanwhile, to be read.
    Ledger look(String url);

    /// Whether a ledger can be verified while nodes use it.
    boolean isVerifiedInUse();

    /// Where it listens, on the loopback.
    int port();

    /// Ends it at once, in the middle of whatever it does.
    void kill();

    /// Starts it on what it left, and waits until it answers.
    void restart();

    /// Ends the connections on which nodes hear of each other's appends.
    void hangUp();

    /// The processor time that its processes have used, in microseconds; empty where the system
    /// does not tell.
    OptionalLong cpuMicros();

    @Override
    void close();
}
