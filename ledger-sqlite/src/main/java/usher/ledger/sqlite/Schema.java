package usher.ledger.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import usher.ledger.LedgerException;

/// The tables of the SQLite file, and the number of the format that all files together have.
///
/// `page` keeps the entries of one stream in rows of many, each entry as its [EntryLine]. All other
/// tables can be built from it again, except `journal`, one row that says how far the journal is
/// filed, and `note`, which has nothing to do with entries. `entries` is for people: see the guide.
final class Schema {

    /// "Ushr", in the header of the file.
    private static final int APPLICATION = 0x55736872;

    /// Add one when an older release could no longer read what is written.
    private static final int FORMAT = 1;

    /// Ledgers that are older than this table get it when they are opened.
    private static final String NOTES =
            """
            CREATE TABLE IF NOT EXISTS note (
                name TEXT PRIMARY KEY,
                revision INTEGER NOT NULL,
                text TEXT NOT NULL)
            """;

    private static final List<String> TABLES =
            List.of(
                    """
                    CREATE TABLE page (
                        number INTEGER PRIMARY KEY,
                        stream TEXT NOT NULL,
                        first INTEGER NOT NULL,
                        last INTEGER NOT NULL,
                        entries TEXT NOT NULL)
                    """,
                    "CREATE UNIQUE INDEX page_of_stream ON page (stream, last)",
                    """
                    CREATE TABLE head (
                        stream TEXT PRIMARY KEY,
                        version INTEGER NOT NULL,
                        id INTEGER NOT NULL,
                        deadline INTEGER) WITHOUT ROWID
                    """,
                    """
                    CREATE INDEX head_by_deadline ON head (deadline)
                        WHERE deadline IS NOT NULL
                    """,
                    """
                    CREATE TABLE key_stream (
                        key TEXT NOT NULL,
                        stream TEXT NOT NULL,
                        PRIMARY KEY (key, stream)) WITHOUT ROWID
                    """,
                    """
                    CREATE TABLE journal (
                        ledger INTEGER NOT NULL,
                        next_offset INTEGER NOT NULL,
                        next_block INTEGER NOT NULL,
                        open INTEGER NOT NULL)
                    """,
                    """
                    CREATE TABLE set_aside (
                        stream TEXT,
                        version INTEGER,
                        reason TEXT NOT NULL,
                        line BLOB NOT NULL)
                    """,
                    """
                    CREATE VIEW entries AS
                        SELECT page.stream,
                            line.value ->> 'version' AS version,
                            line.value ->> 'id' AS id,
                            datetime((line.value ->> '$.facts[0].at') / 1000.0, 'auto', 'subsec')
                                AS at,
                            line.value -> 'facts' AS facts,
                            line.value ->> 'deadline' AS deadline,
                            line.value -> 'keys' AS keys
                        FROM page, json_each(page.entries) AS line
                    """,
                    NOTES);

    private Schema() {}

    /// Creates what is missing in a new file.
    ///
    /// @throws LedgerException if the file is something else, or from a later release
    static void prepare(Connection connection, Path file) throws SQLException {
        if (isNew(connection)) {
            create(connection);
        } else {
            check(connection, file);
            Database.run(connection, NOTES);
        }
    }

    /// Whether nothing was ever written to the file.
    static boolean isNew(Connection connection) throws SQLException {
        return Database.number(connection, "PRAGMA application_id") == 0
                && Database.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    private static void create(Connection connection) throws SQLException {
        Database.run(connection, "BEGIN IMMEDIATE");
        for (String table : TABLES) Database.run(connection, table);
        Database.run(
                connection,
                "INSERT INTO journal VALUES (random(), %d, %d, 0)"
                        .formatted(Journal.Place.START.offset(), Journal.Place.START.block()));
        Database.run(connection, "PRAGMA application_id=" + APPLICATION);
        Database.run(connection, "PRAGMA user_version=" + FORMAT);
        Database.run(connection, "COMMIT");
    }

    /// Refuses what is no ledger, or one of a later release.
    static void check(Connection connection, Path file) throws SQLException {
        if (Database.number(connection, "PRAGMA application_id") != APPLICATION) {
            throw new LedgerException(
                    file + ": is the database of another program; choose another file");
        }
        long format = Database.number(connection, "PRAGMA user_version");
        if (format > FORMAT) {
            throw new LedgerException(
                    file
                            + ": was written by a later release of Usher (format %d, this release"
                                    .formatted(format)
                            + " reads up to %d); start that release".formatted(FORMAT));
        }
    }
}
