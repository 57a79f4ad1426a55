package usher.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import usher.ledger.LedgerException;

/// Makes a damaged ledger usable again: each stream up to its first damaged entry.
///
/// A later entry was decided on the damaged one, so it cannot stand without it. Nothing is thrown
/// away: damaged lines, and whole ones that came after them, move to the table `set_aside`.
public final class LedgerRepair {

    private LedgerRepair() {}

    /// Repairs the ledger in `database`, which no process may have open.
    ///
    /// @throws LedgerException if one has, or if it is damaged below the level of rows
    public static RepairReport run(Path database) {
        try (LedgerTools tools = LedgerTools.open(database)) {
            Connection connection = tools.connection();
            SetAside setAside = new SetAside(connection);
            Database.run(connection, "BEGIN IMMEDIATE");
            repairPages(connection, setAside);
            Database.run(connection, "COMMIT");
            long kept = tools.state().isOpen() ? repairJournal(tools, setAside) : 0;
            return new RepairReport(kept, setAside.all());
        } catch (SQLException e) {
            throw new Database(database).trouble(e);
        } catch (IOException e) {
            throw new LedgerException(database + ": cannot be repaired: " + e.getMessage(), e);
        }
    }

    private static void repairPages(Connection connection, SetAside setAside) throws SQLException {
        Set<String> damaged = new LinkedHashSet<>();
        StoredPage.forEach(
                connection,
                page -> {
                    if (!page.damages().isEmpty()) damaged.add(page.name());
                });
        damaged.addAll(Database.texts(connection, StreamRepair.GAPS));
        for (String stream : damaged) new StreamRepair(connection, stream, setAside).run();
    }

    private static long repairJournal(LedgerTools tools, SetAside setAside)
            throws SQLException, IOException {
        try (Readers readers = new Readers(new Database(tools.files().database()))) {
            JournalSalvage salvage =
                    new JournalSalvage(new Filed(readers), tools.state(), setAside);
            if (Files.exists(tools.files().journal())) {
                try (JournalDevice device = JournalFile.open(tools.files().journal())) {
                    salvage.read(device);
                }
            }
            List<JournalEntry> kept = salvage.attach();
            Generation generation = new Generation(tools.state().place());
            generation.add(kept, salvage.end());
            Filing filing = new Filing(tools.connection());
            filing.file(generation);
            filing.closeWhole();
            return kept.size();
        }
    }
}
