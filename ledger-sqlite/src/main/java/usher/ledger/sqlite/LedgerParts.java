package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import usher.ledger.LedgerException;

/// The open files of a ledger, from the lock on: taken in order, let go in reverse.
record LedgerParts(
        LedgerFiles files,
        LedgerLock lock,
        Filing filing,
        Readers readers,
        Journal journal,
        Overlay overlay) {

    /// What the SQLite file says about the journal: when it is not open, it holds nothing.
    private record JournalState(long ledger, Journal.Place place, boolean isOpen) {}

    /// Opens or creates all files, with what the journal holds in the overlay.
    static LedgerParts open(Path database, SqliteOptions options) {
        LedgerFiles files = new LedgerFiles(database);
        createFolder(files);
        try (OpenedSoFar opened = new OpenedSoFar()) {
            LedgerLock lock = opened.add(LedgerLock.take(files));
            Database sqlite = new Database(files.database());
            Connection connection = opened.add(openSqlite(sqlite));
            JournalState state = state(connection);
            JournalDevice device = opened.add(openJournal(files, state, options));
            Filing filing = new Filing(connection);
            filing.open(state.place);
            Recovery found = new Recovery(device, state.ledger, state.place).run();
            opened.keep();
            return new LedgerParts(
                    files,
                    lock,
                    filing,
                    new Readers(sqlite),
                    found.journal(),
                    new Overlay(found.generation()));
        } catch (SQLException e) {
            throw new Database(files.database()).trouble(e);
        } catch (IOException e) {
            throw unusable(files, e);
        }
    }

    /// Lets go of everything.
    ///
    /// @param isFiled whether the journal holds nothing any more that is not filed
    void close(boolean isFiled) throws SQLException, IOException {
        try (lock;
                journal;
                filing;
                readers) {
            if (isFiled) filing.closeWhole();
        }
    }

    private static void createFolder(LedgerFiles files) {
        try {
            Files.createDirectories(files.folder());
        } catch (IOException e) {
            throw unusable(files, e);
        }
        if (!Files.isWritable(files.folder())) {
            throw new LedgerException(
                    files.folder()
                            + ": this user may not write to the folder of the ledger; give it the"
                            + " right to, or choose another folder");
        }
    }

    private static LedgerException unusable(LedgerFiles files, IOException e) {
        return new LedgerException(
                "%s: the ledger cannot be opened or created here (%s); see that this user may write"
                                .formatted(files.database(), e)
                        + " to the folder and its files, or choose another folder",
                e);
    }

    private static Connection openSqlite(Database sqlite) throws SQLException {
        Connection connection = sqlite.openWriter();
        try {
            Schema.prepare(connection, sqlite.file());
            return connection;
        } catch (SQLException | LedgerException e) {
            connection.close();
            throw e;
        }
    }

    private static JournalState state(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT ledger, next_offset, next_block, open FROM journal");
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) throw new LedgerException("the table journal lost its row");
            boolean isOpen = rows.getBoolean(4);
            long offset = isOpen ? rows.getLong(2) : 0;
            Journal.Place place = new Journal.Place(offset, rows.getLong(3));
            return new JournalState(rows.getLong(1), place, isOpen);
        }
    }

    private static JournalDevice openJournal(
            LedgerFiles files, JournalState state, SqliteOptions options) throws IOException {
        boolean isThere = Files.exists(files.journal());
        if (state.isOpen && !isThere) {
            throw new LedgerException(
                    "%s: is gone, and with it the newest entries; put it back beside %s, or go on"
                                    .formatted(files.journal(), files.database().getFileName())
                            + " without them by ./usher verify --repair");
        }
        JournalDevice device = JournalFile.open(files.journal());
        try {
            if (!state.isOpen) device.allocate(options.journalBytes());
            return device;
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }
}
