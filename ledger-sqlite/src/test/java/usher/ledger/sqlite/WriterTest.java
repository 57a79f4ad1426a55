package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.Append;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Whose thread writes.
final class WriterTest {

    private static final StreamId ONE = Holds.stream(1);
    private static final StreamId TWO = Holds.stream(2);

    @TempDir Path folder;

    private SqliteLedger ledger;

    @BeforeEach
    void open() {
        SqliteOptions filesLater = SqliteOptions.standard().withFiling(1 << 30, 1_000_000);
        ledger = SqliteLedger.open(folder.resolve("usher.db"), filesLater);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void who_calls_while_nobody_writes_writes_himself() {
        CompletableFuture<List<Outcome>> answer = append(Holds.append(ONE, Position.START, 1));
        assertTrue(answer.isDone());
        assertAppended(answer);
    }

    @Test
    void who_calls_in_the_middle_of_a_write_leaves_it_to_the_writer() throws Exception {
        CompletableFuture<CompletableFuture<List<Outcome>>> inTheMiddle = new CompletableFuture<>();
        Append second = Holds.append(TWO, Position.START, 2);
        try (AutoCloseable _ =
                ledger.heads()
                        .listen(
                                stream -> {
                                    if (stream.equals(ONE)) inTheMiddle.complete(append(second));
                                })) {
            assertAppended(append(Holds.append(ONE, Position.START, 1)));
            assertAppended(inTheMiddle.join());
        }
        assertEquals(List.of(1L), Holds.ids(ledger, ONE));
        assertEquals(List.of(2L), Holds.ids(ledger, TWO));
    }

    @Test
    void who_is_interrupted_touches_no_file() {
        Append first = Holds.append(ONE, Position.START, 1);
        Thread.currentThread().interrupt();
        CompletableFuture<List<Outcome>> answer = append(first);
        assertTrue(Thread.interrupted());
        assertAppended(answer);
        assertAppended(append(Holds.append(ONE, first.position(), 2)));
    }

    private CompletableFuture<List<Outcome>> append(Append append) {
        return ledger.append(List.of(append)).toCompletableFuture();
    }

    private static void assertAppended(CompletableFuture<List<Outcome>> answer) {
        assertEquals(Outcome.Appended.class, answer.join().getFirst().getClass());
    }
}
