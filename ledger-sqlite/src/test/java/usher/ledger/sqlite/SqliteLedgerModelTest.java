package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.ledger.Append;
import usher.ledger.InMemoryLedger;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Random work on a ledger that files all the time and is closed and opened in between: after each
/// step it must say what the ledger in memory says.
final class SqliteLedgerModelTest {

    private static final int STREAMS = 7;
    private static final int KEYS = 5;
    private static final int STEPS = 400;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_000));

    /// Files after each write, and a journal that is full after some.
    private static final SqliteOptions RESTLESS =
            SqliteOptions.standard().withClock(CLOCK).withJournalBytes(1 << 20).withFiling(1, 0);

    /// Files almost never before the ledger is closed.
    private static final SqliteOptions LAZY =
            SqliteOptions.standard()
                    .withClock(CLOCK)
                    .withJournalBytes(1 << 22)
                    .withFiling(1 << 30, 1_000_000);

    @TempDir Path folder;

    private final InMemoryLedger model = new InMemoryLedger(CLOCK);
    private long lastId;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void it_does_what_the_ledger_in_memory_does(long seed) {
        Random random = new Random(seed);
        SqliteLedger ledger = open(random);
        try {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(40) == 0) {
                    ledger.close();
                    ledger = open(random);
                }
                appendSome(ledger, random);
                compare(ledger, random);
            }
        } finally {
            ledger.close();
        }
    }

    private SqliteLedger open(Random random) {
        SqliteOptions options = random.nextBoolean() ? RESTLESS : LAZY;
        return SqliteLedger.open(folder.resolve("usher.db"), options);
    }

    private void appendSome(SqliteLedger ledger, Random random) {
        List<Append> appends = new ArrayList<>();
        int first = random.nextInt(STREAMS);
        for (int i = 0; i <= random.nextInt(3); i++) {
            appends.add(randomAppend(Holds.stream((first + i) % STREAMS), random));
        }
        List<Outcome> expected = model.append(appends).toCompletableFuture().join();
        assertEquals(expected, ledger.append(appends).toCompletableFuture().join());
    }

    private Append randomAppend(StreamId stream, Random random) {
        Position head = model.heads().of(stream);
        Position follows =
                switch (random.nextInt(8)) {
                    case 0 -> Position.START;
                    case 1 -> head.next(99);
                    case 2 -> new Position(head.version(), head.id() + 1);
                    case 3 -> past(stream, random);
                    default -> head;
                };
        List<Key> keys = random.nextInt(3) == 0 ? List.of(key(random)) : List.of();
        long deadline = random.nextInt(3) == 0 ? Long.MAX_VALUE : random.nextInt(100);
        Append append = Holds.append(stream, follows, ++lastId, keys, deadline);
        return random.nextInt(10) == 0 ? late(append) : append;
    }

    private Position past(StreamId stream, Random random) {
        long version = model.heads().of(stream).version();
        if (version == 0) return Position.START;
        return model.read(stream, random.nextLong(version), 1).getFirst().position();
    }

    private static Append late(Append append) {
        return new Append(
                append.stream(),
                append.follows(),
                append.id(),
                append.facts(),
                append.keys(),
                append.deadlineMillis(),
                CLOCK.millis());
    }

    private void compare(SqliteLedger ledger, Random random) {
        StreamId stream = Holds.stream(random.nextInt(STREAMS));
        long after = random.nextInt(30);
        int max = 1 + random.nextInt(40);
        assertEquals(model.read(stream, after, max), ledger.read(stream, after, max));
        assertEquals(model.read(stream, 0, 10_000), ledger.read(stream, 0, 10_000));
        assertEquals(model.heads().of(stream), ledger.heads().of(stream));
        StreamId from = random.nextBoolean() ? null : stream;
        assertEquals(model.heads().scan(from, max), ledger.heads().scan(from, max));
        Key key = key(random);
        assertEquals(model.find(key), ledger.find(key));
        long until = random.nextInt(100);
        assertEquals(model.deadlines().due(until, 3), ledger.deadlines().due(until, 3));
    }

    private static Key key(Random random) {
        return new Key("user:" + random.nextInt(KEYS));
    }
}
