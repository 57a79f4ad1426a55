package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.StreamId;

/// What a relaxed ledger does not wait for, and what it keeps all the same.
final class RelaxedTest {

    private static final StreamId ONE = Holds.stream(1);

    private static final SqliteOptions RELAXED =
            SqliteOptions.standard().withJournalBytes(1 << 20).withRelaxed(true);

    @TempDir Path folder;

    @Test
    void it_answers_without_waiting_for_the_disk() {
        AtomicReference<FaultyDevice> disk = new AtomicReference<>();
        try (SqliteLedger ledger =
                SqliteLedger.open(
                        folder.resolve("usher.db"),
                        RELAXED,
                        file -> {
                            disk.set(FaultyDevice.open(file));
                            return disk.get();
                        })) {
            disk.get().failToForce(true);
            Holds.fill(ledger, ONE, 1, 3);
        }
    }

    @Test
    void it_keeps_everything_after_a_goodbye() {
        for (int i = 0; i < 2; i++) {
            try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("usher.db"), RELAXED)) {
                Holds.fill(ledger, ONE, 1 + 2 * i, 2);
            }
        }
        try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("usher.db"), RELAXED)) {
            assertEquals(List.of(1L, 2L, 3L, 4L), Holds.ids(ledger, ONE));
        }
    }
}
