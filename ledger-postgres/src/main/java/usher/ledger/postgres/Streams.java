package usher.ledger.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// The entries of streams, and the words that streams are found under. Thread-safe.
final class Streams {

    private static final String ENTRIES =
            "SELECT version, id, facts::text FROM entry"
                    + " WHERE stream = ? AND version > ? ORDER BY version LIMIT ?";

    private final Readers readers;

    Streams(Readers readers) {
        this.readers = readers;
    }

    List<Entry> read(StreamId stream, long after, int max) {
        return readers.ask(
                reader -> {
                    PreparedStatement select = reader.statement(ENTRIES);
                    select.setObject(1, stream.value());
                    select.setLong(2, after);
                    select.setInt(3, max);
                    return entries(stream, select);
                });
    }

    Set<StreamId> find(Key key) {
        return readers.ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement("SELECT stream FROM key WHERE word = ?");
                    select.setString(1, key.value());
                    Set<StreamId> found = new TreeSet<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) found.add(stream(rows, 1));
                    }
                    return found;
                });
    }

    static StreamId stream(ResultSet rows, int column) throws SQLException {
        return new StreamId(rows.getObject(column, UUID.class));
    }

    /// The entry whose version, id and facts begin at `column`.
    static Entry entry(StreamId stream, ResultSet rows, int column) throws SQLException {
        Position position = new Position(rows.getLong(column), rows.getLong(column + 1));
        byte[] facts = rows.getBytes(column + 2);
        return new Entry(stream, position, FactCodec.read(facts, 0, facts.length));
    }

    private static List<Entry> entries(StreamId stream, PreparedStatement select)
            throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) entries.add(entry(stream, rows, 1));
        }
        return entries;
    }
}
