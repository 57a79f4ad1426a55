package usher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import org.sqlite.SQLiteConfig;
import usher.ledger.LedgerException;
import usher.ledger.postgres.PostgresLedger;
import usher.server.people.NoPeople;
import usher.server.people.People;
import usher.server.people.SqlPeople;

/// Where people are kept: beside the ledger, never in it.
///
/// Beside an embedded ledger in a SQLite file of its own, such as `data/usher.people.db`, for
/// nobody else to read; in PostgreSQL in a table of the ledger's schema; beside other ledgers not
/// at all.
final class PeopleStore {

    private static final int BUSY_MILLIS = 5_000;

    private PeopleStore() {}

    /// @param ledger the URL of the ledger
    /// @throws LedgerException saying what to do about it
    static People open(String ledger) {
        if (PostgresLedger.isNamedBy(ledger)) {
            return new SqlPeople(() -> PostgresLedger.connect(ledger));
        }
        if (Ledgers.isPublic(ledger)) return new NoPeople();
        Path file = Beside.ledger(Ledgers.sqlitePath(ledger), ".people.db");
        create(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        return new SqlPeople(() -> config.createConnection("jdbc:sqlite:" + file));
    }

    /// The people that are kept beside a ledger, if anybody ever was.
    static People existing(String ledger) {
        boolean isNone =
                !Ledgers.isPublic(ledger)
                        && !Files.exists(Beside.ledger(Ledgers.sqlitePath(ledger), ".people.db"));
        return isNone ? new NoPeople() : open(ledger);
    }

    private static void create(Path file) {
        FileAttribute<?>[] forOwnerOnly = Beside.forOwnerOnly();
        try {
            if (!Files.exists(file)) Files.createFile(file, forOwnerOnly);
        } catch (IOException e) {
            throw new LedgerException(
                    "cannot write %s (%s); give this user the right to write to its folder"
                            .formatted(file, e),
                    e);
        }
    }
}
