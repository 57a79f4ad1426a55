package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.Append;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Bytes that changed on the disk: they are noticed, named, and cost nothing but themselves.
final class DamageTest {

    private static final StreamId ONE = Holds.stream(1);
    private static final StreamId TWO = Holds.stream(2);

    /// Files nothing before it is closed.
    private static final SqliteOptions LAZY =
            SqliteOptions.standard().withJournalBytes(1 << 20).withFiling(1 << 30, 1_000_000);

    @TempDir Path folder;

    @Test
    void a_damaged_entry_in_the_middle_of_the_journal_stops_the_start_and_is_named() {
        crashAfter(ledger -> Holds.fill(ledger, ONE, 1, 9));
        flip(journal(), "request-5");
        LedgerException refusal = assertThrows(LedgerException.class, this::open);
        assertSays(refusal, "entry 5 of stream " + ONE);
        assertSays(refusal, "./usher verify --repair");
    }

    @Test
    void a_damaged_last_entry_of_the_journal_stops_the_start_and_is_named() {
        crashAfter(ledger -> Holds.fill(ledger, ONE, 1, 9));
        flip(journal(), "request-9");
        LedgerException refusal = assertThrows(LedgerException.class, this::open);
        assertSays(refusal, "entry 9 of stream " + ONE);
    }

    @Test
    void a_block_whose_first_line_is_damaged_is_missed_when_there_is_a_later_one() {
        crashAfter(ledger -> Holds.fill(ledger, ONE, 1, 3));
        overwrite(journal(), "\"block\":                  2,");
        LedgerException refusal = assertThrows(LedgerException.class, this::open);
        assertSays(refusal, "block 2 of the journal is damaged or gone, although block 3");
    }

    @Test
    void a_last_block_whose_first_line_is_damaged_stops_the_start() {
        crashAfter(ledger -> Holds.fill(ledger, ONE, 1, 3));
        flip(journal(), "\"block\":                  3,");
        LedgerException refusal = assertThrows(LedgerException.class, this::open);
        assertSays(refusal, "block 3 of the journal is damaged: its first line");
    }

    @Test
    void a_write_that_was_cut_short_is_dropped() {
        crashAfter(ledger -> Holds.fill(ledger, ONE, 1, 3));
        byte[] bytes = read(journal());
        int end = indexOf(bytes, "\"request-3\"");
        for (int i = end; i < end + 2 * Block.ALIGNMENT; i++) bytes[i] = 0;
        write(journal(), bytes);
        try (SqliteLedger ledger = open()) {
            assertEquals(List.of(1L, 2L), Holds.ids(ledger, ONE));
            Holds.fill(ledger, ONE, 4, 1);
            assertEquals(List.of(1L, 2L, 4L), Holds.ids(ledger, ONE));
        }
    }

    @Test
    void repair_puts_right_a_byte_that_changed() {
        crashAfter(this::writeTogether);
        flip(journal(), "request-103");
        assertEquals(new RepairReport(20, List.of()), LedgerRepair.run(database()));
        flip(database(), "request-104");
        assertEquals(new RepairReport(0, List.of()), LedgerRepair.run(database()));
        try (SqliteLedger ledger = open()) {
            assertEquals(idsTo(105, 101), Holds.ids(ledger, ONE));
            assertEquals(idsTo(215, 201), Holds.ids(ledger, TWO));
        }
    }

    @Test
    void repair_keeps_every_whole_entry_of_the_journal() {
        crashAfter(this::writeTogether);
        overwrite(journal(), "request-103");
        RepairReport report = LedgerRepair.run(database());
        assertEquals(17, report.kept());
        assertEquals(List.of(3L, 4L, 5L), versions(report.setAside()));
        try (SqliteLedger ledger = open()) {
            assertEquals(List.of(101L, 102L), Holds.ids(ledger, ONE));
            assertEquals(idsTo(215, 201), Holds.ids(ledger, TWO));
        }
    }

    @Test
    void repair_finds_entries_even_in_a_block_that_it_cannot_find() {
        crashAfter(this::writeTogether);
        flip(journal(), "\"block\":                  1,");
        assertEquals(20, LedgerRepair.run(database()).kept());
        try (SqliteLedger ledger = open()) {
            assertEquals(idsTo(105, 101), Holds.ids(ledger, ONE));
            assertEquals(idsTo(215, 201), Holds.ids(ledger, TWO));
        }
    }

    @Test
    void damage_among_the_pages_that_were_filed_last_stops_the_start() {
        closeAfter(this::writeTogether);
        flip(database(), "request-103");
        LedgerException refusal = assertThrows(LedgerException.class, this::open);
        assertSays(refusal, "entry 3 of stream " + ONE + ": its seal is broken");
    }

    @Test
    void repair_cuts_a_stream_before_its_first_damaged_page() {
        closeAfter(this::writeTogether);
        overwrite(database(), "request-103");
        assertEquals(List.of(3L, 4L, 5L), versions(LedgerRepair.run(database()).setAside()));
        try (SqliteLedger ledger = open()) {
            assertEquals(List.of(101L, 102L), Holds.ids(ledger, ONE));
            assertEquals(new Position(2, 102), ledger.heads().of(ONE));
            assertEquals(idsTo(215, 201), Holds.ids(ledger, TWO));
            Holds.fill(ledger, ONE, 106, 1);
        }
        assertTrue(LedgerCheck.run(database()).isWhole());
    }

    @Test
    void old_damage_is_found_when_it_is_read_and_by_a_check() {
        closeAfter(ledger -> Holds.fill(ledger, TWO, 1, 1));
        for (int i = 0; i < 70; i++) {
            StreamId stream = Holds.stream(10 + i);
            closeAfter(ledger -> Holds.fill(ledger, stream, 100, 1));
        }
        flip(database(), "request-1\"");
        try (SqliteLedger ledger = open()) {
            LedgerException refusal =
                    assertThrows(LedgerException.class, () -> ledger.read(TWO, 0, 10));
            assertSays(refusal, "stream " + TWO + " is damaged at entry 1");
            assertEquals(1, ledger.read(Holds.stream(10), 0, 10).size());
        }
        CheckReport report = LedgerCheck.run(database());
        assertEquals(List.of(new Damage(TWO, 1, "its seal is broken")), report.damages());
        assertEquals(70, report.entries());
    }

    @Test
    void a_check_finds_a_page_that_is_gone() {
        closeAfter(ledger -> Holds.fill(ledger, ONE, 1, 3));
        closeAfter(ledger -> Holds.fill(ledger, ONE, 4, 3));
        sql("DELETE FROM page WHERE stream = '%s' AND first = 1".formatted(ONE));
        assertEquals(1, LedgerCheck.run(database()).damages().size());
        sql("DELETE FROM page WHERE stream = '%s'".formatted(ONE));
        assertEquals(1, LedgerCheck.run(database()).damages().size());
        try (SqliteLedger ledger = open()) {
            assertThrows(LedgerException.class, () -> ledger.read(ONE, 0, 10));
        }
        LedgerRepair.run(database());
        assertTrue(LedgerCheck.run(database()).isWhole());
    }

    @Test
    void a_check_counts_what_is_whole() {
        closeAfter(this::writeTogether);
        crashAfter(ledger -> Holds.fill(ledger, TWO, 216, 4));
        assertEquals(new CheckReport(2, 24, List.of()), LedgerCheck.run(database()));
    }

    @Test
    void a_journal_that_is_gone_stops_the_start() throws IOException {
        crashAfter(ledger -> Holds.fill(ledger, ONE, 1, 3));
        Files.delete(journal());
        assertSays(assertThrows(LedgerException.class, this::open), "usher.journal: is gone");
        assertFalse(LedgerCheck.run(database()).isWhole());
        LedgerRepair.run(database());
        open().close();
    }

    /// Five entries of one stream and fifteen of another, in one block as separate calls may be.
    private void writeTogether(SqliteLedger ledger) {
        Position one = Position.START;
        Position two = Position.START;
        List<Append> appends = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            if (i <= 5) appends.add(Holds.append(ONE, one, 100 + i));
            one = one.next(100 + i);
            appends.add(Holds.append(TWO, two, 200 + i));
            two = two.next(200 + i);
        }
        for (Outcome outcome : ledger.append(appends).toCompletableFuture().join()) {
            assertTrue(outcome instanceof Outcome.Appended, outcome.toString());
        }
    }

    private void closeAfter(Consumer<SqliteLedger> work) {
        try (SqliteLedger ledger = open()) {
            work.accept(ledger);
        }
    }

    /// Leaves the files as they are in the middle of everything, with all in the journal.
    private void crashAfter(Consumer<SqliteLedger> work) {
        Path elsewhere = folder.resolve("crashed");
        try (SqliteLedger ledger = open()) {
            work.accept(ledger);
            sql("VACUUM INTO '%s'".formatted(elsewhere));
            Files.copy(journal(), folder.resolve("crashed.journal"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        move(elsewhere, database());
        move(folder.resolve("crashed.journal"), journal());
    }

    private SqliteLedger open() {
        return SqliteLedger.open(database(), LAZY);
    }

    private Path database() {
        return folder.resolve("usher.db");
    }

    private Path journal() {
        return new LedgerFiles(database()).journal();
    }

    private void sql(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database())) {
            Database.run(connection, sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertSays(LedgerException refusal, String words) {
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    private static List<Long> versions(List<Damage> damages) {
        return damages.stream().map(Damage::version).sorted().toList();
    }

    private static List<Long> idsTo(long last, long first) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    /// Changes one bit of `text` wherever it stands: SQLite leaves copies in pages that are free.
    private static void flip(Path file, String text) {
        change(file, text, 1);
    }

    /// Changes more of `text` than one byte.
    private static void overwrite(Path file, String text) {
        change(file, text, 3);
    }

    private static void change(Path file, String text, int count) {
        byte[] bytes = read(file);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(latin.contains(text), text);
        for (int at = latin.indexOf(text); at >= 0; at = latin.indexOf(text, at + 1)) {
            for (int i = 0; i < count; i++) bytes[at + text.length() - 2 - i] ^= 1;
        }
        write(file, bytes);
    }

    private static int indexOf(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertTrue(at >= 0, text);
        return at;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
