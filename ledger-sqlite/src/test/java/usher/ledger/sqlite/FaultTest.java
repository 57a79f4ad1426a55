package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.ledger.Append;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// What is answered when the disk fails, and what is there afterwards.
final class FaultTest {

    private static final StreamId ONE = Holds.stream(1);
    private static final int JOURNAL_BYTES = 1 << 20;

    @TempDir Path folder;

    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private @Nullable FaultyDevice disk;

    @Test
    void after_a_failed_sync_nothing_is_known_and_nothing_is_written_any_more() {
        try (SqliteLedger ledger = open()) {
            Position head = Holds.fill(ledger, ONE, 1, 1);
            disk().failToForce(true);
            Outcome outcome = Holds.outcome(ledger, Holds.append(ONE, head, 2));
            assertInstanceOf(Outcome.Unknown.class, outcome);
            assertTrue(broken.join().contains("the disk does not sync"));
            disk().failToForce(false);
            Outcome later = Holds.outcome(ledger, Holds.append(ONE, head, 3));
            assertInstanceOf(Outcome.Unavailable.class, later);
            assertEquals(List.of(1L), Holds.ids(ledger, ONE));
        }
        try (SqliteLedger ledger = open()) {
            assertEquals(1L, Holds.ids(ledger, ONE).getFirst());
        }
    }

    @Test
    void after_a_failed_write_nothing_is_written_any_more() {
        try (SqliteLedger ledger = open()) {
            disk().failToWrite(true);
            Append append = Holds.append(ONE, Position.START, 1);
            assertInstanceOf(Outcome.Unknown.class, Holds.outcome(ledger, append));
            disk().failToWrite(false);
            assertInstanceOf(Outcome.Unavailable.class, Holds.outcome(ledger, append));
        }
    }

    @Test
    void while_a_note_waits_for_who_writes_to_the_file_appends_go_on() throws Exception {
        try (SqliteLedger ledger = open()) {
            CompletableFuture<List<Boolean>> noted;
            try (OtherWriter _ = new OtherWriter(folder.resolve("usher.db"))) {
                noted =
                        CompletableFuture.supplyAsync(
                                () -> ledger.notes().write(List.of(Note.none("note"))));
                Holds.fill(ledger, ONE, 1, 20);
            }
            noted.handle((_, trouble) -> trouble).join();
            assertEquals(20, Holds.ids(ledger, ONE).size());
        }
    }

    @Test
    void while_nothing_can_be_filed_a_full_journal_refuses_and_loses_nothing() throws Exception {
        List<Long> appended = new ArrayList<>();
        try (SqliteLedger ledger = open()) {
            Position head = Position.START;
            try (OtherWriter _ = new OtherWriter(folder.resolve("usher.db"))) {
                Outcome outcome = Holds.outcome(ledger, Holds.append(ONE, head, 1));
                while (outcome instanceof Outcome.Appended done) {
                    head = done.position();
                    appended.add(head.id());
                    outcome = Holds.outcome(ledger, Holds.append(ONE, head, head.id() + 1));
                }
                assertInstanceOf(Outcome.Unavailable.class, outcome);
                assertEquals(JOURNAL_BYTES / Block.ALIGNMENT, appended.size());
                assertEquals(appended, Holds.ids(ledger, ONE));
            }
            Outcome again = Holds.outcome(ledger, Holds.append(ONE, head, 1_000));
            while (again instanceof Outcome.Unavailable) {
                again = Holds.outcome(ledger, Holds.append(ONE, head, 1_000));
            }
            assertEquals(new Outcome.Appended(head.next(1_000)), again);
            appended.add(1_000L);
        }
        try (SqliteLedger ledger = open()) {
            assertEquals(appended, Holds.ids(ledger, ONE));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void power_that_fails_in_the_middle_takes_nothing_that_was_acknowledged(long seed)
            throws Exception {
        Random random = new Random(seed);
        List<Long> acknowledged = new ArrayList<>();
        long lastId = 0;
        for (int round = 0; round < 4; round++) {
            try (SqliteLedger ledger = open()) {
                assertContinues(acknowledged, Holds.ids(ledger, ONE));
                acknowledged = new ArrayList<>(Holds.ids(ledger, ONE));
                List<CompletionStage<List<Outcome>>> calls = new ArrayList<>();
                Position head = ledger.heads().of(ONE);
                int count = 1 + random.nextInt(60);
                disk().losePowerAfter(random.nextInt(count), random);
                for (int i = 0; i < count; i++) {
                    calls.add(ledger.append(List.of(Holds.append(ONE, head, ++lastId))));
                    head = head.next(lastId);
                }
                for (CompletionStage<List<Outcome>> call : calls) {
                    Outcome outcome = call.toCompletableFuture().join().getFirst();
                    if (outcome instanceof Outcome.Appended done) {
                        acknowledged.add(done.position().id());
                    }
                }
            }
        }
        try (SqliteLedger ledger = open()) {
            assertContinues(acknowledged, Holds.ids(ledger, ONE));
        }
    }

    private static void assertContinues(List<Long> acknowledged, List<Long> found) {
        assertEquals(acknowledged, found.subList(0, Math.min(acknowledged.size(), found.size())));
    }

    private FaultyDevice disk() {
        if (disk == null) throw new AssertionError("not open");
        return disk;
    }

    private SqliteLedger open() {
        SqliteOptions options =
                SqliteOptions.standard()
                        .withJournalBytes(JOURNAL_BYTES)
                        .withFiling(1 << 14, 1)
                        .withOnBroken(broken::complete);
        return SqliteLedger.open(folder.resolve("usher.db"), options, this::device);
    }

    private JournalDevice device(Path file) throws IOException {
        disk = FaultyDevice.open(file);
        return disk;
    }
}
