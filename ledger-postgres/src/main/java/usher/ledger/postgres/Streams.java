package usher.ledger.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.Heads;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// The entries of streams, and the words that streams are found under. Thread-safe.
final class Streams {

    private static final String ENTRIES =
            "SELECT version, id, facts::text FROM entry"
                    + " WHERE stream = ? AND version > ? ORDER BY version LIMIT ?";

    private final Readers readers;
    private final Heads heads;

    Streams(Readers readers, Heads heads) {
        this.readers = readers;
        this.heads = heads;
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

    /// How `append` ends, which was not accepted: what stands in its place says why. If nothing
    /// does, it was late.
    Outcome dispute(Append append) {
        Position follows = append.follows();
        boolean isFirst = follows.equals(Position.START);
        long before = isFirst ? 0 : follows.version() - 1;
        int max = Outcome.Conflict.MISSED_MAX + (isFirst ? 0 : 1);
        List<Entry> there = read(append.stream(), before, max);
        if (!isFirst) {
            if (there.isEmpty() || !there.getFirst().position().equals(follows)) {
                return new Outcome.Rewound(heads.of(append.stream()));
            }
            there = there.subList(1, there.size());
        }
        return there.isEmpty() ? new Outcome.Late() : new Outcome.Conflict(List.copyOf(there));
    }

    static StreamId stream(ResultSet rows, int column) throws SQLException {
        return new StreamId(rows.getObject(column, UUID.class));
    }

    private static List<Entry> entries(StreamId stream, PreparedStatement select)
            throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Position position = new Position(rows.getLong(1), rows.getLong(2));
                byte[] facts = rows.getBytes(3);
                entries.add(new Entry(stream, position, FactCodec.read(facts, 0, facts.length)));
            }
        }
        return entries;
    }
}
