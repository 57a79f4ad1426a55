package usher.ledger.conformance;

import java.time.Duration;
import usher.ledger.Ledger;

/// One place where a ledger keeps its entries, empty at first: a file, a schema, a server.
///
/// Each test gets a fresh one, and closes all that it opened before it closes the store.
public interface LedgerStore extends AutoCloseable {

    /// Opens the store as a node does when it starts. Whether a second handle may be open beside
    /// the first is up to the ledger: only [SharedPromises] do that.
    Ledger open();

    /// How long a test waits for what must come but may take its time, such as a signal.
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    /// Removes the store with all that is in it.
    @Override
    void close();
}
