package usher.ledger.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import usher.ledger.StreamId;

/// Puts right what can be, cuts one stream's pages at its first entry that cannot, and sets aside
/// what came after.
final class StreamRepair {

    /// The streams whose pages do not follow on each other, or not as far as their heads say.
    static final String GAPS =
            """
            SELECT stream FROM (
                SELECT stream, first,
                    lag(last, 1, 0) OVER (PARTITION BY stream ORDER BY last) AS before
                FROM page)
            WHERE first != before + 1
            UNION
            SELECT head.stream FROM head LEFT JOIN page ON page.stream = head.stream
            GROUP BY head.stream HAVING head.version != ifnull(max(page.last), 0)
            """;

    private final Connection connection;
    private final String name;
    private final SetAside setAside;
    private final List<JournalEntry> kept = new ArrayList<>();
    private boolean isCut;

    StreamRepair(Connection connection, String name, SetAside setAside) {
        this.connection = connection;
        this.name = name;
        this.setAside = setAside;
    }

    void run() throws SQLException {
        StoredPage.forEachOf(connection, name, this::take);
        delete("DELETE FROM page WHERE stream = ?");
        delete("DELETE FROM head WHERE stream = ?");
        if (kept.isEmpty()) return;
        Tail tail = new Tail();
        kept.forEach(tail::add);
        new Filing(connection).fileTail(name, tail);
    }

    private void take(StoredPage page) throws SQLException {
        StreamId stream = page.stream();
        if (stream == null) {
            Slice line = new Slice(page.entries(), 0, page.entries().length);
            setAside.add(new Damage(name, page.first(), "the stream's name is damaged"), line);
            return;
        }
        for (PageLines.Line line : PageLines.of(stream, page.first(), page.entries())) {
            take(stream, line);
        }
    }

    private void take(StreamId stream, PageLines.Line found) throws SQLException {
        PageLines.Line line = found.isWhole() ? found : found.healed(stream);
        EntryLine entry = line.entry();
        if (entry != null && !isCut && line.version() == kept.size() + 1) {
            kept.add(
                    new JournalEntry(
                            stream,
                            entry.position(),
                            entry.deadlineMillis(),
                            entry.keys(),
                            line.text()));
            return;
        }
        isCut = true;
        String reason = entry == null ? line.reason() : SetAside.AFTER_DAMAGE;
        setAside.add(new Damage(name, line.version(), reason), line.text());
    }

    private void delete(String sql) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
    }
}
