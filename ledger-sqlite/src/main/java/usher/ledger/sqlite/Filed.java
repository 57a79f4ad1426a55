package usher.ledger.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.Deadlines.Due;
import usher.ledger.Entry;
import usher.ledger.Heads.Head;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Asks the SQLite file for what has been filed. Thread-safe; blocks.
final class Filed {

    private final Readers readers;

    Filed(Readers readers) {
        this.readers = readers;
    }

    /// Where `stream` stands in here.
    Position head(StreamId stream) {
        return readers.ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement("SELECT version, id FROM head WHERE stream = ?");
                    select.setString(1, nameOf(stream));
                    try (ResultSet rows = select.executeQuery()) {
                        return rows.next() ? position(rows, 1) : Position.START;
                    }
                });
    }

    /// The entries of `stream` after number `after` and before number `before`, at most `max`.
    List<Entry> read(StreamId stream, long after, long before, int max) {
        long last = Math.min(head(stream).version(), before - 1);
        PageReader pages = new PageReader(stream, after, last, max);
        if (last > after) readers.ask(reader -> readPages(reader, pages));
        return pages.entries();
    }

    Set<StreamId> find(Key key) {
        return readers.ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement("SELECT stream FROM key_stream WHERE key = ?");
                    select.setString(1, key.value());
                    Set<StreamId> found = new HashSet<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) found.add(stream(rows));
                    }
                    return found;
                });
    }

    /// Up to `max` streams after `after` in the order of their ids; null: from the first.
    List<Head> heads(@Nullable StreamId after, int max) {
        return readers.ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement(
                                    "SELECT stream, version, id FROM head WHERE stream > ?"
                                            + " ORDER BY stream LIMIT ?");
                    select.setString(1, after == null ? "" : nameOf(after));
                    select.setInt(2, max);
                    List<Head> heads = new ArrayList<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) heads.add(new Head(stream(rows), position(rows, 2)));
                    }
                    return heads;
                });
    }

    /// Up to `max` streams due by `untilMillis` that are not in `except`, the earliest first.
    List<Due> due(long untilMillis, int max, Set<StreamId> except) {
        return readers.ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement(
                                    "SELECT stream, deadline FROM head WHERE deadline <= ?"
                                            + " ORDER BY deadline, stream");
                    select.setLong(1, untilMillis);
                    List<Due> due = new ArrayList<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (due.size() < max && rows.next()) {
                            Due next = new Due(stream(rows), rows.getLong(2));
                            if (!except.contains(next.stream())) due.add(next);
                        }
                    }
                    return due;
                });
    }

    /// The name of a stream in all tables; in the order of [StreamId#compareTo].
    static String nameOf(StreamId stream) {
        return stream.value().toString();
    }

    static StreamId stream(ResultSet rows) throws SQLException {
        return new StreamId(UUID.fromString(rows.getString(1)));
    }

    private static PageReader readPages(Readers.Reader reader, PageReader pages)
            throws SQLException {
        PreparedStatement select =
                reader.statement(
                        "SELECT entries FROM page WHERE stream = ? AND last > ? AND first <= ?"
                                + " ORDER BY last");
        select.setString(1, nameOf(pages.stream()));
        select.setLong(2, pages.after());
        select.setLong(3, pages.last());
        try (ResultSet rows = select.executeQuery()) {
            while (pages.wantsMore() && rows.next()) pages.add(rows.getBytes(1));
        }
        return pages;
    }

    private static Position position(ResultSet rows, int column) throws SQLException {
        return new Position(rows.getLong(column), rows.getLong(column + 1));
    }
}
