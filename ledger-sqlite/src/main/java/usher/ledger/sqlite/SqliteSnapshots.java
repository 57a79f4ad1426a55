package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.ledger.LedgerException;
import usher.ledger.Position;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// Snapshots in an SQLite file of their own, written by a thread of their own.
///
/// Megabytes that may get lost must not hold up entries that may not: the file is only forced now
/// and then, trouble with it is nobody's trouble, and when it is no good it is made anew.
final class SqliteSnapshots implements Snapshots, AutoCloseable {

    /// More than these wait to be stored only if something is wrong; then they are dropped.
    private static final int WAITING_MAX = 256;

    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS snapshot (
                stream TEXT PRIMARY KEY,
                version INTEGER NOT NULL,
                id INTEGER NOT NULL,
                crc INTEGER NOT NULL,
                facts TEXT NOT NULL)
            """;

    private final BiPredicate<StreamId, Position> isPast;
    private final Connection connection;
    private final Readers readers;
    private final Map<StreamId, Snapshot> waiting = new ConcurrentHashMap<>();
    private final JsonBytes json = new JsonBytes(1 << 16);
    private final Worker worker;
    private volatile boolean closing;

    /// @param isPast whether a stream has, or had, its last entry there
    SqliteSnapshots(Path file, BiPredicate<StreamId, Position> isPast) {
        this.isPast = isPast;
        Database database = new Database(file);
        this.connection = open(database);
        this.readers = new Readers(database);
        this.worker = new Worker("snapshots", this::run);
        worker.start();
    }

    @Override
    public @Nullable Snapshot latest(StreamId stream) {
        // In this order, so that what is stored meanwhile is seen; and what waits may be older.
        Snapshot waits = waiting.get(stream);
        Snapshot kept = stored(stream);
        if (waits != null && !isPast(waits)) waits = null;
        if (kept != null && !isPast(kept)) kept = null;
        if (waits == null || kept == null) return waits == null ? kept : waits;
        return newer(kept, waits);
    }

    @Override
    public void store(Snapshot snapshot) {
        if (waiting.size() >= WAITING_MAX) return;
        waiting.merge(snapshot.stream(), snapshot, SqliteSnapshots::newer);
        worker.wake();
    }

    /// Stores what waits.
    @Override
    public void close() throws SQLException {
        closing = true;
        worker.wake();
        worker.join();
        readers.close();
        connection.close();
    }

    private void run() {
        while (!closing || !waiting.isEmpty()) {
            Iterator<Snapshot> next = waiting.values().iterator();
            if (next.hasNext()) storeIfNewer(next.next());
            else LockSupport.park(this);
        }
    }

    private static Snapshot newer(Snapshot one, Snapshot other) {
        return one.position().version() > other.position().version() ? one : other;
    }

    /// Damage is for whoever reads the history to complain about, not for a shortcut through it.
    private boolean isPast(Snapshot snapshot) {
        try {
            return isPast.test(snapshot.stream(), snapshot.position());
        } catch (LedgerException e) {
            return false;
        }
    }

    private void storeIfNewer(Snapshot snapshot) {
        StreamId stream = snapshot.stream();
        Snapshot old = stored(stream);
        boolean isOlder =
                old != null
                        && old.position().version() > snapshot.position().version()
                        && isPast(old);
        if (!isOlder) store(snapshot, Filed.nameOf(stream));
        waiting.remove(stream, snapshot);
    }

    private void store(Snapshot snapshot, String name) {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO snapshot"
                                + " VALUES (?, ?, ?, ?, CAST(? AS TEXT))")) {
            json.clear();
            FactCodec.write(snapshot.facts(), json);
            insert.setString(1, name);
            insert.setLong(2, snapshot.position().version());
            insert.setLong(3, snapshot.position().id());
            insert.setInt(4, Seal.of(snapshot.stream(), json.array(), 0, json.size()));
            insert.setBytes(5, json.toByteArray());
            insert.executeUpdate();
        } catch (SQLException e) {
            // It is lost, as snapshots may be.
        }
    }

    private @Nullable Snapshot stored(StreamId stream) {
        try {
            return readers.<@Nullable Snapshot>ask(reader -> stored(reader, stream));
        } catch (LedgerException | DamagedLine e) {
            return null;
        }
    }

    private static @Nullable Snapshot stored(Readers.Reader reader, StreamId stream)
            throws SQLException {
        PreparedStatement select =
                reader.statement("SELECT version, id, crc, facts FROM snapshot WHERE stream = ?");
        select.setString(1, Filed.nameOf(stream));
        try (ResultSet rows = select.executeQuery()) {
            if (!rows.next()) return null;
            byte[] facts = rows.getBytes(4);
            if (Seal.of(stream, facts, 0, facts.length) != rows.getInt(3)) return null;
            Position position = new Position(rows.getLong(1), rows.getLong(2));
            return new Snapshot(stream, position, FactCodec.read(facts, 0, facts.length));
        }
    }

    private static Connection open(Database database) {
        try {
            return prepared(database);
        } catch (SQLException e) {
            return openAnew(database);
        }
    }

    private static Connection openAnew(Database database) {
        try {
            Files.deleteIfExists(database.file());
            return prepared(database);
        } catch (SQLException e) {
            throw database.trouble(e);
        } catch (IOException e) {
            throw new LedgerException(database.file() + ": cannot be deleted; delete it", e);
        }
    }

    private static Connection prepared(Database database) throws SQLException {
        Connection connection = database.openWriter();
        try {
            Database.run(connection, "PRAGMA synchronous=NORMAL");
            Database.run(connection, TABLE);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
