package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import usher.ledger.LedgerException;

/// A ledger that exists, held by this process for somebody who looks at it from below.
record LedgerTools(LedgerFiles files, LedgerLock lock, Connection connection, JournalState state)
        implements AutoCloseable {

    /// Takes the lock and opens the SQLite file; creates nothing.
    static LedgerTools open(Path path) throws IOException, SQLException {
        LedgerFiles files = new LedgerFiles(path);
        if (!Files.exists(files.database())) {
            throw new LedgerException(files.database() + ": there is no ledger here");
        }
        try (OpenedSoFar opened = new OpenedSoFar()) {
            LedgerLock lock = opened.add(LedgerLock.take(files));
            Connection connection = opened.add(new Database(files.database()).openWriter());
            Schema.check(connection, files.database());
            JournalState state = JournalState.read(connection);
            opened.keep();
            return new LedgerTools(files, lock, connection, state);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        try (lock;
                connection) {}
    }
}
