package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.Entry;
import usher.ledger.Position;

/// A process is killed in the middle of full load, again and again, on the same ledger: what it had
/// said is there, and so is everything before it.
final class KillTest {

    private static final int KILLS = 8;
    private static final int STREAMS = 16;
    private static final long SEED = 20_261_120;

    @TempDir Path folder;

    @Test
    void whatever_a_killed_process_had_acknowledged_is_there() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            long firstId = 1 + kill * 1_000_000_000L;
            Process child =
                    Child.start(
                            LoadingProcess.class,
                            database().toString(),
                            Integer.toString(STREAMS),
                            Long.toString(firstId));
            try {
                checkAll(killAfter(child, 1 + random.nextInt(5_000)));
            } finally {
                child.destroyForcibly().waitFor();
            }
        }
        assertTrue(LedgerCheck.run(database()).isWhole());
    }

    /// What the child had said when it died, in the middle of saying more.
    private static Position[] killAfter(Process child, int lines)
            throws IOException, InterruptedException {
        Position[] acknowledged = new Position[STREAMS];
        BufferedReader said = Child.reader(child);
        assertEquals("open", said.readLine());
        int seen = 0;
        for (String line = said.readLine(); isWhole(line); line = said.readLine()) {
            String[] words = line.split(" ", -1);
            Position position = new Position(Long.parseLong(words[1]), Long.parseLong(words[2]));
            acknowledged[Integer.parseInt(words[0])] = position;
            if (++seen == lines) child.toHandle().destroyForcibly();
        }
        child.waitFor();
        return acknowledged;
    }

    /// The last line may have been cut off; then its dot is missing.
    private static boolean isWhole(String line) {
        return line != null && line.endsWith(" .");
    }

    private void checkAll(Position[] acknowledged) {
        try (SqliteLedger ledger =
                SqliteLedger.open(database(), SqliteOptions.standard().withJournalBytes(1 << 20))) {
            for (int i = 0; i < STREAMS; i++) {
                if (acknowledged[i] == null) continue;
                Position last = acknowledged[i];
                Entry entry = ledger.read(Holds.stream(i), last.version() - 1, 1).getFirst();
                assertEquals(last, entry.position());
                long count = ledger.heads().of(Holds.stream(i)).version();
                assertEquals(count, Holds.ids(ledger, Holds.stream(i)).size());
            }
        }
    }

    private Path database() {
        return folder.resolve("usher.db");
    }
}
