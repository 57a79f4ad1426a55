package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;

/// Opens connections to the server, each set up and looked at before anybody uses it. Thread-safe.
final class Sessions {

    /// Asked itself, since which drivers a `DriverManager` finds depends on who loaded it first.
    private static final Driver DRIVER = new org.postgresql.Driver();

    /// An append that waits for longer, because somebody holds a row, is given up by the server.
    private static final int LOCK_MILLIS_MAX = 5_000;

    private static final String QUESTIONS =
            "SELECT current_setting('server_encoding'), current_setting('fsync'),"
                    + " current_setting('full_page_writes'), current_setting('synchronous_commit'),"
                    + " current_setting('transaction_read_only')";

    /// What a server said of itself.
    private record Server(
            String encoding, String fsync, String pages, String commit, String readOnly) {

        boolean isRelaxed() {
            return fsync.equals("off") || pages.equals("off") || commit.equals("off");
        }
    }

    private final PostgresUrl url;
    private final PostgresOptions options;
    private volatile boolean isRelaxed;

    Sessions(PostgresUrl url, PostgresOptions options) {
        this.url = url;
        this.options = options;
    }

    PostgresUrl url() {
        return url;
    }

    /// Whether the server that was met last answers before its disk has what it says.
    boolean isRelaxed() {
        return isRelaxed;
    }

    /// A connection for one thread at a time.
    ///
    /// @throws SQLException if the server cannot be reached
    /// @throws LedgerException if it must not be used
    Connection open() throws SQLException {
        Connection connection = DRIVER.connect(url.jdbc(), url.properties());
        try {
            setUp(connection);
            return connection;
        } catch (SQLException | LedgerException e) {
            connection.close();
            throw e;
        }
    }

    /// What to tell somebody who needs the server now.
    LedgerException unreachable(SQLException e) {
        return new LedgerException("%s: %s".formatted(url, e.getMessage()), e);
    }

    /// Lets go of `connection`, which may be of no use any more.
    static void close(@Nullable Connection connection) {
        if (connection == null) return;
        try {
            connection.close();
        } catch (SQLException e) {
            // Then the server will find out by itself.
        }
    }

    /// Breaks `connection`, even if another thread waits for an answer on it.
    static void abort(@Nullable Connection connection) {
        if (connection == null) return;
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is broken already.
        }
    }

    private void setUp(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET search_path TO %s; SET lock_timeout TO %d"
                            .formatted(url.schema(), LOCK_MILLIS_MAX));
            try (ResultSet answers = statement.executeQuery(QUESTIONS)) {
                answers.next();
                check(
                        new Server(
                                answers.getString(1),
                                answers.getString(2),
                                answers.getString(3),
                                answers.getString(4),
                                answers.getString(5)));
            }
        }
        if (options.isFrozen()) freeze(connection);
    }

    private void check(Server server) throws SQLException {
        if (!server.encoding().equals("UTF8")) {
            throw new LedgerException(
                    "%s has the encoding %s; create a database with ENCODING 'UTF8'"
                            .formatted(url, server.encoding()));
        }
        if (server.isRelaxed() && !options.isRelaxedAllowed()) {
            throw new LedgerException(
                    "%s may lose what it has answered (fsync=%s, full_page_writes=%s,"
                                    .formatted(url, server.fsync(), server.pages())
                            + " synchronous_commit=%s); turn them on, or set"
                                    .formatted(server.commit())
                            + " USHER_LEDGER_DURABILITY=relaxed");
        }
        if (server.readOnly().equals("on") && !options.isFrozen()) {
            throw new SQLException(url + " takes no writes", "25006");
        }
        isRelaxed = server.isRelaxed();
    }

    /// From now on the connection sees the ledger as it is at its first question.
    private static void freeze(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }
}
