package usher.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import usher.ledger.Key;
import usher.ledger.StreamId;

/// Writes a [Generation] to where its entries are found by stream: one transaction, all or nothing.
///
/// The same transaction says how far the journal is filed now. Owned by the filer.
final class Filing implements AutoCloseable {

    /// Rows this long are read in one go and waste little on their neighbours' being there.
    private static final int ROW_BYTES = 64 << 10;

    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement page;
    private final PreparedStatement head;
    private final PreparedStatement key;
    private final PreparedStatement place;

    Filing(Connection connection) throws SQLException {
        this.connection = connection;
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        commit = connection.prepareStatement("COMMIT");
        rollback = connection.prepareStatement("ROLLBACK");
        page =
                connection.prepareStatement(
                        "INSERT INTO page (stream, first, last, entries)"
                                + " VALUES (?, ?, ?, CAST(? AS TEXT))");
        head =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO head (stream, version, id, deadline)"
                                + " VALUES (?, ?, ?, ?)");
        key = connection.prepareStatement("INSERT OR IGNORE INTO key_stream VALUES (?, ?)");
        place = connection.prepareStatement("UPDATE journal SET next_offset = ?, next_block = ?");
    }

    /// Files all of `generation`, durably; if it throws, nothing of it.
    void file(Generation generation) throws SQLException {
        begin.execute();
        try {
            for (Map.Entry<StreamId, Tail> tail : generation.tails().entrySet()) {
                fileTail(Filed.nameOf(tail.getKey()), tail.getValue());
            }
            for (Map.Entry<Key, Set<StreamId>> entry : generation.streamsByKey().entrySet()) {
                fileKey(entry.getKey(), entry.getValue());
            }
            filePlace(generation.end());
            commit.execute();
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
    }

    /// Files one stream's entries within a transaction that the caller has begun.
    void fileTail(String stream, Tail tail) throws SQLException {
        for (List<JournalEntry> row : Page.cut(tail.entries(), ROW_BYTES)) filePage(stream, row);
        head.setString(1, stream);
        head.setLong(2, tail.head().version());
        head.setLong(3, tail.head().id());
        if (tail.deadlineMillis() == Long.MAX_VALUE) head.setNull(4, Types.INTEGER);
        else head.setLong(4, tail.deadlineMillis());
        head.executeUpdate();
    }

    /// Says that the journal may hold entries from now on, from `place`: it must be there at the
    /// next start.
    ///
    /// @param isRelaxed whether it may have lost some after a power cut
    void open(Journal.Place place, boolean isRelaxed) throws SQLException {
        Database.run(connection, "UPDATE journal SET open = " + (isRelaxed ? 2 : 1));
        filePlace(place);
    }

    /// Says that the journal holds nothing that is not filed.
    void closeWhole() throws SQLException {
        Database.run(connection, "UPDATE journal SET open = 0");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void filePage(String stream, List<JournalEntry> entries) throws SQLException {
        page.setString(1, stream);
        page.setLong(2, entries.getFirst().version());
        page.setLong(3, entries.getLast().version());
        page.setBytes(4, Page.of(entries));
        page.executeUpdate();
    }

    private void fileKey(Key name, Set<StreamId> streams) throws SQLException {
        for (StreamId stream : streams) {
            key.setString(1, name.value());
            key.setString(2, Filed.nameOf(stream));
            key.executeUpdate();
        }
    }

    private void filePlace(Journal.Place next) throws SQLException {
        place.setLong(1, next.offset());
        place.setLong(2, next.block());
        place.executeUpdate();
    }

    /// SQLite may have rolled back already, as it does when the disk is full.
    private void rollBack(SQLException cause) {
        try {
            rollback.execute();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
