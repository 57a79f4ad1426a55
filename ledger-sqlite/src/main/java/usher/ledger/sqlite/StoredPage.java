package usher.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.StreamId;

/// One row of the table of pages as it is found, whatever state it is in.
final class StoredPage {

    private static final String COLUMNS =
            "SELECT stream, first, last, CAST(entries AS BLOB) FROM page ";

    private final String name;
    private final long first;
    private final long last;
    private final byte[] entries;

    private StoredPage(ResultSet rows) throws SQLException {
        name = String.valueOf(rows.getString(1));
        first = rows.getLong(2);
        last = rows.getLong(3);
        byte[] bytes = rows.getBytes(4);
        entries = bytes == null ? new byte[0] : bytes;
    }

    /// Told of each page, in some order.
    @FunctionalInterface
    interface Visitor {

        void page(StoredPage page) throws SQLException;
    }

    /// Shows all pages, stream by stream, each in order.
    static void forEach(Connection connection, Visitor visitor) throws SQLException {
        visit(connection, "ORDER BY stream, last", visitor);
    }

    /// Shows the pages that were filed last.
    static void forEachOfLatest(Connection connection, int count, Visitor visitor)
            throws SQLException {
        visit(connection, "ORDER BY number DESC LIMIT " + count, visitor);
    }

    /// Shows the pages of one stream, in order.
    static void forEachOf(Connection connection, String stream, Visitor visitor)
            throws SQLException {
        List<StoredPage> pages = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "WHERE stream = ? ORDER BY last")) {
            select.setString(1, stream);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) pages.add(new StoredPage(rows));
            }
        }
        for (StoredPage page : pages) visitor.page(page);
    }

    String name() {
        return name;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    byte[] entries() {
        return entries;
    }

    /// The stream that it belongs to; null if its name is damaged.
    @Nullable StreamId stream() {
        try {
            return new StreamId(UUID.fromString(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// What is wrong in this page alone.
    List<Damage> damages() {
        StreamId stream = stream();
        if (stream == null) return List.of(new Damage(name, first, "the stream's name is damaged"));
        List<Damage> damages = new ArrayList<>();
        List<PageLines.Line> lines = PageLines.of(stream, first, entries);
        for (PageLines.Line line : lines) {
            if (!line.isWhole()) damages.add(new Damage(name, line.version(), line.reason()));
        }
        if (first + lines.size() - 1 != last) {
            damages.add(new Damage(name, last, "its page has another number of entries"));
        }
        return damages;
    }

    private static void visit(Connection connection, String order, Visitor visitor)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + order);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) visitor.page(new StoredPage(rows));
        }
    }
}
