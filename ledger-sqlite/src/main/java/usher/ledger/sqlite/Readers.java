package usher.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;

/// A few connections that read what is filed, lent to the callers' own threads one by one.
///
/// Thread-safe. A call waits while all are lent.
final class Readers implements AutoCloseable {

    private static final int CONNECTIONS_MAX = 4;

    /// Something to ask the database; it may throw what JDBC throws.
    @FunctionalInterface
    interface Query<T extends @Nullable Object> {

        T ask(Reader reader) throws SQLException;
    }

    /// One connection with its statements, kept for the next query.
    static final class Reader {

        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        private Reader(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            return statement;
        }
    }

    private final Database database;
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
    private final ConcurrentLinkedQueue<Reader> idle = new ConcurrentLinkedQueue<>();
    private boolean closed;

    Readers(Database database) {
        this.database = database;
    }

    /// Asks `query` on a connection that nobody else uses meanwhile.
    <T extends @Nullable Object> T ask(Query<T> query) {
        free.acquireUninterruptibly();
        try {
            return askOn(query);
        } catch (SQLException e) {
            throw database.trouble(e);
        } finally {
            free.release();
        }
    }

    /// Waits for the queries under way; later ones are refused.
    @Override
    public void close() {
        free.acquireUninterruptibly(CONNECTIONS_MAX);
        closed = true;
        try {
            for (Reader reader : idle) reader.connection.close();
        } catch (SQLException e) {
            throw database.trouble(e);
        } finally {
            free.release(CONNECTIONS_MAX);
        }
    }

    private <T extends @Nullable Object> T askOn(Query<T> query) throws SQLException {
        if (closed) throw new LedgerException(database.file() + ": is closed");
        Reader reader = idle.poll();
        if (reader == null) reader = new Reader(database.openReader());
        T answer = query.ask(reader);
        idle.add(reader);
        return answer;
    }
}
