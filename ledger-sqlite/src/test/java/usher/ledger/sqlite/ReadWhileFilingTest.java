package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.Append;
import usher.ledger.Deadlines.Due;
import usher.ledger.Heads.Head;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Entries move from the journal to the pages while others read: each is seen once, and nothing
/// that was seen is gone a moment later.
final class ReadWhileFilingTest {

    private static final StreamId ONE = Holds.stream(1);
    private static final Key KEY = new Key("user:1");
    private static final int ENTRIES = 1_500;
    private static final int READERS = 3;

    @TempDir Path folder;

    @Test
    void who_reads_while_entries_are_filed_sees_each_once() throws Exception {
        SqliteOptions restless =
                SqliteOptions.standard().withJournalBytes(1 << 20).withFiling(1, 0);
        try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("usher.db"), restless);
                ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            append(ledger, Position.START, 1);
            List<Future<Long>> reads = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                Callable<Long> reading = () -> readUntilEnd(ledger);
                reads.add(readers.submit(reading));
            }
            Position head = new Position(1, 1);
            for (long id = 2; id <= ENTRIES; id++) head = append(ledger, head, id);
            for (Future<Long> read : reads) assertEquals(ENTRIES, read.get());
        }
    }

    /// Reads again and again; how many entries there were in the end.
    private static long readUntilEnd(SqliteLedger ledger) {
        long seen = 1;
        while (seen < ENTRIES) {
            List<Long> ids = Holds.ids(ledger, ONE);
            assertEquals(LongStream.rangeClosed(1, ids.size()).boxed().toList(), ids);
            assertTrue(ids.size() >= seen);
            seen = ids.size();
            assertTrue(ledger.heads().of(ONE).version() >= seen);
            Head scanned = ledger.heads().scan(null, 1).getFirst();
            assertTrue(scanned.position().version() >= seen);
            assertEquals(Set.of(ONE), ledger.find(KEY));
            Due due = ledger.deadlines().due(Long.MAX_VALUE - 1, 2).getFirst();
            assertTrue(due.atMillis() >= seen);
            assertEquals(1, ledger.deadlines().due(Long.MAX_VALUE - 1, 2).size());
        }
        return seen;
    }

    private static Position append(SqliteLedger ledger, Position head, long id) {
        List<Key> keys = id == 1 ? List.of(KEY) : List.of();
        Append append = Holds.append(ONE, head, id, keys, id);
        assertEquals(new Outcome.Appended(append.position()), Holds.outcome(ledger, append));
        return append.position();
    }
}
