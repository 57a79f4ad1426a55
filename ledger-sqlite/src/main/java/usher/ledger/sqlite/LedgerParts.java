package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import usher.ledger.LedgerException;

/// The open files of a ledger, from the lock on: taken in order, let go in reverse.
record LedgerParts(
        LedgerFiles files,
        LedgerLock lock,
        Filing filing,
        Readers readers,
        Journal journal,
        Overlay overlay) {

    /// How many of the rows that were filed last are looked at when a ledger is opened.
    private static final int LATEST_PAGES = 64;

    /// Opens or creates all files, with what the journal holds in the overlay.
    static LedgerParts open(Path database, SqliteOptions options, JournalDevice.Opener opener) {
        LedgerFiles files = new LedgerFiles(database);
        createFolder(files);
        try (OpenedSoFar opened = new OpenedSoFar()) {
            LedgerLock lock = opened.add(LedgerLock.take(files));
            Database sqlite = new Database(files.database());
            Connection connection = opened.add(openSqlite(sqlite));
            refuseDamage(connection);
            JournalState state = JournalState.read(connection);
            JournalDevice device = opened.add(openJournal(files, state, options, opener));
            Recovery found = new Recovery(device, state).run();
            Filing filing = new Filing(connection);
            filing.open(state.place(), options.isRelaxed());
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

    /// Lets go of everything as it was found, because something else went wrong.
    void abandon() {
        try {
            close(false);
        } catch (SQLException | IOException e) {
            throw new LedgerException(files.database() + ": cannot be closed", e);
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

    /// Damage at the end is found before anybody goes on from there; older damage when it is read.
    private static void refuseDamage(Connection connection) throws SQLException {
        List<Damage> damages = new ArrayList<>();
        StoredPage.forEachOfLatest(
                connection, LATEST_PAGES, page -> damages.addAll(page.damages()));
        if (damages.isEmpty()) return;
        throw new LedgerException(
                "the last entries are damaged: %s; %s"
                        .formatted(Damage.summary(damages), Recovery.WAY_OUT));
    }

    private static JournalDevice openJournal(
            LedgerFiles files,
            JournalState state,
            SqliteOptions options,
            JournalDevice.Opener opener)
            throws IOException {
        boolean isThere = Files.exists(files.journal());
        if (state.isOpen() && !isThere) {
            throw new LedgerException(
                    "%s: is gone, and with it the newest entries; put it back beside %s, or go on"
                                    .formatted(files.journal(), files.database().getFileName())
                            + " without them by ./usher verify --repair");
        }
        JournalDevice device = opener.open(files.journal());
        try {
            if (!state.isOpen()) device.allocate(options.journalBytes());
            return options.isRelaxed() ? new UnforcedDevice(device) : device;
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }
}
