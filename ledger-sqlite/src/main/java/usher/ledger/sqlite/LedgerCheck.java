package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import usher.ledger.LedgerException;

/// Looks at every entry of a ledger that no process has open, and changes nothing.
///
/// The seal of each entry, that none is missing, that heads say the truth, that the file below is a
/// sound SQLite database, and that the journal can be read.
public final class LedgerCheck {

    private final Connection connection;
    private final List<Damage> damages = new ArrayList<>();
    private String stream = "";
    private long last;
    private long streams;
    private long entries;

    private LedgerCheck(Connection connection) {
        this.connection = connection;
    }

    /// Looks at the ledger in `database`.
    ///
    /// @throws LedgerException if a process has it open, or if it cannot be read at all
    public static CheckReport run(Path database) {
        try (LedgerTools tools = LedgerTools.open(database)) {
            LedgerCheck check = new LedgerCheck(tools.connection());
            check.pages();
            check.heads();
            check.journal(tools);
            return new CheckReport(check.streams, check.entries, check.damages);
        } catch (SQLException e) {
            throw new Database(database).trouble(e);
        } catch (IOException e) {
            throw new LedgerException(database + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private void pages() throws SQLException {
        String sound = Database.text(connection, "PRAGMA quick_check(1)");
        if (!sound.equals("ok")) damages.add(new Damage("(any)", 0, "SQLite says: " + sound));
        StoredPage.forEach(connection, this::page);
    }

    private void page(StoredPage page) {
        if (!page.name().equals(stream)) {
            stream = page.name();
            streams++;
            last = 0;
        }
        if (page.first() != last + 1) {
            damages.add(new Damage(stream, last + 1, "the page that should follow is not there"));
        }
        List<Damage> found = page.damages();
        entries += page.last() - page.first() + 1 - found.size();
        damages.addAll(found);
        last = page.last();
    }

    private void heads() throws SQLException {
        String sql =
                "SELECT head.stream, head.version, ifnull(max(page.last), 0) AS ends FROM head"
                        + " LEFT JOIN page ON page.stream = head.stream"
                        + " GROUP BY head.stream HAVING head.version != ends";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String reason = "its head says it is the last, but its pages end at ";
                damages.add(
                        new Damage(rows.getString(1), rows.getLong(2), reason + rows.getLong(3)));
            }
        }
    }

    private void journal(LedgerTools tools) throws IOException {
        if (!tools.state().isOpen()) return;
        if (!Files.exists(tools.files().journal())) {
            damages.add(new Damage("(any)", 0, "the journal is gone"));
            return;
        }
        try (JournalDevice device = JournalFile.open(tools.files().journal())) {
            Generation found = new Recovery(device, tools.state()).run().generation();
            for (Tail tail : found.tails().values()) entries += tail.entries().size();
        } catch (LedgerException e) {
            damages.add(new Damage("(journal)", 0, String.valueOf(e.getMessage())));
        }
    }
}
