package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;

/// What is said when a ledger cannot be opened: one sentence, with the file and what to do.
final class OpeningTest {

    @TempDir Path folder;

    @Test
    void a_folder_that_is_not_there_is_made() {
        open(folder.resolve("a/b/usher.db")).close();
        assertTrue(Files.exists(folder.resolve("a/b/usher.db")));
    }

    @Test
    void a_second_handle_in_this_process_is_refused() {
        Path database = folder.resolve("usher.db");
        try (SqliteLedger _ = open(database)) {
            assertRefused(database, "is in use by another Usher (this very process)");
        }
        open(database).close();
    }

    @Test
    void a_second_process_is_refused() throws Exception {
        Path database = folder.resolve("usher.db");
        Process other = Child.start(HoldingProcess.class, database.toString());
        try {
            assertEquals("open", Child.line(other));
            assertRefused(database, "is in use by another Usher (process " + other.pid() + ")");
        } finally {
            other.destroyForcibly().waitFor();
        }
        open(database).close();
    }

    @Test
    void a_refused_second_handle_does_not_let_a_third_process_in() throws Exception {
        Path database = folder.resolve("usher.db");
        try (SqliteLedger _ = open(database)) {
            assertThrows(LedgerException.class, () -> open(database));
            Process other = Child.start(HoldingProcess.class, database.toString());
            try {
                assertTrue(Child.line(other).contains("is in use by another Usher"));
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(locked), "this user may write everywhere");
        assertRefused(locked.resolve("usher.db"), "this user may not write to the folder");
    }

    @Test
    void a_folder_in_the_place_of_a_file_is_refused() throws IOException {
        Files.createDirectories(folder.resolve("usher.db"));
        assertRefused(folder.resolve("usher.db"), "usher.db");
        Files.writeString(folder.resolve("file"), "");
        assertRefused(folder.resolve("file/usher.db"), "cannot be opened or created here");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_alone() throws IOException {
        Path database = folder.resolve("usher.db");
        Files.writeString(database, "Dear diary, ".repeat(1000));
        assertRefused(database, "is no SQLite database; move it away");
        assertEquals("Dear diary, ".repeat(1000), Files.readString(database));
    }

    @Test
    void the_database_of_another_program_is_refused() throws SQLException {
        Path database = folder.resolve("usher.db");
        run(database, "CREATE TABLE recipes (cake TEXT)");
        assertRefused(database, "is the database of another program");
    }

    @Test
    void a_ledger_of_a_later_release_is_refused() throws SQLException {
        Path database = folder.resolve("usher.db");
        open(database).close();
        run(database, "PRAGMA user_version = 99");
        assertRefused(database, "was written by a later release of Usher (format 99");
    }

    @Test
    void a_ledger_from_before_there_were_notes_gets_a_place_for_them() throws SQLException {
        Path database = folder.resolve("usher.db");
        open(database).close();
        run(database, "DROP TABLE note");
        assertTrue(LedgerCheck.run(database).damages().isEmpty());
        Note note = Note.none("note").saying("text");
        try (SqliteLedger ledger = open(database)) {
            assertTrue(ledger.notes().write(note));
        }
        assertTrue(LedgerCheck.run(database).damages().isEmpty());
        LedgerRepair.run(database);
        try (SqliteLedger ledger = open(database)) {
            assertEquals(note.written(), ledger.notes().find("note"));
        }
    }

    @Test
    void notes_of_a_ledger_that_is_closed_are_refused() {
        SqliteLedger ledger = open(folder.resolve("usher.db"));
        ledger.close();
        assertThrows(LedgerException.class, () -> ledger.notes().find("note"));
        assertThrows(LedgerException.class, () -> ledger.notes().write(List.of(Note.none("note"))));
    }

    @Test
    void a_person_finds_entries_by_sql() throws SQLException {
        Path database = folder.resolve("usher.db");
        try (SqliteLedger ledger = open(database)) {
            Holds.fill(ledger, Holds.stream(1), 7, 3);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            List<String> found =
                    Database.texts(
                            connection,
                            "SELECT version || ' ' || id || ' ' || at || ' '"
                                    + " || (facts ->> '$[0].fact') FROM entries WHERE stream = '"
                                    + Holds.stream(1)
                                    + "' ORDER BY version");
            assertEquals("1 7 2026-11-20 22:05:45.678 SeatsHeld", found.getFirst());
            assertEquals(3, found.size());
        }
    }

    private static void assertRefused(Path database, String words) {
        LedgerException refusal = assertThrows(LedgerException.class, () -> open(database));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private static SqliteLedger open(Path database) {
        return SqliteLedger.open(database, SqliteOptions.standard().withJournalBytes(1 << 20));
    }

    private static void run(Path database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            Database.run(connection, sql);
        }
    }
}
