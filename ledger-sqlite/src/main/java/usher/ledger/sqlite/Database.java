package usher.ledger.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import usher.ledger.LedgerException;

/// Opens connections to the SQLite file, and knows whether it is one of ours.
final class Database {

    private static final int BUSY_MILLIS = 1_000;
    private static final int CACHE_KIBIBYTES = 16 << 10;
    private static final int READER_CACHE_KIBIBYTES = 2 << 10;
    private static final int PAGE_BYTES = 8192;

    private final Path file;

    Database(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /// The connection that may write: each of its commits is durable when it returns.
    Connection openWriter() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE_BYTES);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTempStore(TempStore.MEMORY);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /// A connection that only reads, beside the one that writes.
    Connection openReader() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setCacheSize(-READER_CACHE_KIBIBYTES);
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        run(connection, "PRAGMA query_only=1");
        return connection;
    }

    /// What to say of trouble with the file.
    LedgerException trouble(SQLException e) {
        return new LedgerException(file + ": " + reason(e), e);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        return String.join("", texts(connection, sql));
    }

    /// The first column of all rows.
    static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }

    /// Whether the same may succeed later: there is no space, or somebody else is writing.
    static boolean mayPass(SQLException e) {
        return switch (primaryCode(e)) {
            case SQLITE_FULL, SQLITE_BUSY, SQLITE_LOCKED -> true;
            default -> false;
        };
    }

    private static String reason(SQLException e) {
        return switch (primaryCode(e)) {
            case SQLITE_NOTADB ->
                    "is no SQLite database; move it away, or choose another file for the ledger";
            case SQLITE_CORRUPT ->
                    "is damaged below the level of rows; restore a backup, or copy out what SQLite"
                            + " can still read with its command .recover";
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
                    "cannot be opened for writing; give this user the right to write to it and to"
                            + " its folder";
            case SQLITE_FULL -> "there is no space left on its disk";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static SQLiteErrorCode primaryCode(SQLException e) {
        if (!(e instanceof SQLiteException trouble)) return SQLiteErrorCode.UNKNOWN_ERROR;
        return SQLiteErrorCode.getErrorCode(trouble.getResultCode().code & 0xFF);
    }
}
