package usher.ledger.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import usher.ledger.LedgerException;

/// The connections that read, or write what is no entry, a bounded number; whoever asks takes one,
/// or waits for one.
///
/// A question that finds its connection dead is asked once more on a new one: a server that was
/// started anew costs no answer. Thread-safe.
final class Readers implements AutoCloseable {

    private static final long WAIT_SECONDS_MAX = 20;

    /// Asks the server something.
    interface Question<T extends @Nullable Object> {
        T ask(Reader reader) throws SQLException;
    }

    /// One connection, and what was prepared on it.
    static final class Reader {

        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();

        private Reader(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            return statement;
        }

        Array array(String type, Object[] elements) throws SQLException {
            return connection.createArrayOf(type, elements);
        }

        private void close() {
            Sessions.close(connection);
        }
    }

    private final Sessions sessions;
    private final Semaphore places;
    private final boolean repeats;
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /// @param repeats whether a connection may take the place of one that died
    Readers(Sessions sessions, int connections, boolean repeats) {
        this.sessions = sessions;
        this.repeats = repeats;
        places = new Semaphore(connections);
    }

    /// What the server says to `question`.
    ///
    /// @throws LedgerException if it says nothing
    <T extends @Nullable Object> T ask(Question<T> question) {
        if (!hasPlace()) {
            throw new LedgerException(
                    "%s: no connection was free for %d s"
                            .formatted(sessions.url(), WAIT_SECONDS_MAX));
        }
        try {
            return askWhileAlive(question);
        } catch (SQLException e) {
            throw sessions.unreachable(e);
        } finally {
            places.release();
        }
    }

    /// Lets go of all connections that nobody uses; those in use are closed by their users.
    @Override
    public void close() {
        closed = true;
        drain();
    }

    private <T extends @Nullable Object> T askWhileAlive(Question<T> question) throws SQLException {
        Reader reader = idle.pollFirst();
        if (reader != null && repeats) {
            try {
                return askOnce(reader, question);
            } catch (SQLException e) {
                if (Trouble.of(e) != Trouble.LOST) throw e;
                drain();
                reader = null;
            }
        }
        return askOnce(reader == null ? new Reader(sessions.open()) : reader, question);
    }

    private <T extends @Nullable Object> T askOnce(Reader reader, Question<T> question)
            throws SQLException {
        boolean isUsable = false;
        try {
            T answer = question.ask(reader);
            isUsable = true;
            return answer;
        } finally {
            if (isUsable) idle.addFirst(reader);
            else reader.close();
            if (closed) drain();
        }
    }

    private void drain() {
        for (Reader r = idle.pollFirst(); r != null; r = idle.pollFirst()) r.close();
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
