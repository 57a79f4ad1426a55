package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.LedgerException;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// Snapshots may get lost, but what is given out is right.
final class SqliteSnapshotsTest {

    private static final StreamId ONE = Holds.stream(1);

    @TempDir Path folder;

    @Test
    void a_snapshot_is_there_after_a_restart() {
        Snapshot stored = storeAndClose();
        try (SqliteLedger ledger = open()) {
            assertEquals(stored, ledger.snapshots().latest(ONE));
        }
    }

    @Test
    void a_snapshot_of_another_history_is_not_given_out() {
        storeAndClose();
        delete(files().database());
        try (SqliteLedger ledger = open()) {
            assertNull(ledger.snapshots().latest(ONE));
            Position head = Holds.fill(ledger, ONE, 51, 3);
            assertNull(ledger.snapshots().latest(ONE));
            Snapshot other = snapshot(head);
            ledger.snapshots().store(other);
            assertEquals(other, ledger.snapshots().latest(ONE));
        }
    }

    @Test
    void a_damaged_snapshot_is_not_given_out() throws IOException {
        storeAndClose();
        byte[] bytes = Files.readAllBytes(files().snapshots());
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[latin.indexOf("request-2")] ^= 1;
        Files.write(files().snapshots(), bytes);
        try (SqliteLedger ledger = open()) {
            assertNull(ledger.snapshots().latest(ONE));
        }
    }

    @Test
    void a_file_that_is_no_good_is_made_anew() throws IOException {
        storeAndClose();
        Files.writeString(files().snapshots(), "no database ".repeat(1000));
        try (SqliteLedger ledger = open()) {
            assertNull(ledger.snapshots().latest(ONE));
        }
        Snapshot stored = storeAndClose();
        try (SqliteLedger ledger = open()) {
            assertEquals(stored, ledger.snapshots().latest(ONE));
        }
    }

    @Test
    void a_file_that_cannot_be_made_stops_the_start_and_holds_nothing() throws IOException {
        Files.createDirectories(files().snapshots().resolve("full"));
        assertThrows(LedgerException.class, this::open);
        Files.delete(files().snapshots().resolve("full"));
        Files.delete(files().snapshots());
        open().close();
    }

    private Snapshot storeAndClose() {
        try (SqliteLedger ledger = open()) {
            Position head = Holds.fill(ledger, ONE, 1, 3);
            Snapshot snapshot = snapshot(head);
            ledger.snapshots().store(snapshot);
            return snapshot;
        }
    }

    private static Snapshot snapshot(Position position) {
        return new Snapshot(ONE, position, Holds.append(ONE, Position.START, 2).facts());
    }

    private SqliteLedger open() {
        return SqliteLedger.open(
                files().database(), SqliteOptions.standard().withJournalBytes(1 << 20));
    }

    private LedgerFiles files() {
        return new LedgerFiles(folder.resolve("usher.db"));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
