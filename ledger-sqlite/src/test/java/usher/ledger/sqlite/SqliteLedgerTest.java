package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.SeatsHeld;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

final class SqliteLedgerTest {

    @TempDir Path folder;

    @Test
    void an_entry_is_there_after_a_restart() {
        StreamId stream = new StreamId(UUID.randomUUID());
        Append append = held(stream, Position.START, 7);
        try (SqliteLedger ledger = open()) {
            List<Outcome> outcomes = ledger.append(List.of(append)).toCompletableFuture().join();
            assertEquals(List.of(new Outcome.Appended(new Position(1, append.id()))), outcomes);
            assertEquals(List.of(append.entry()), ledger.read(stream, 0, 10));
        }
        try (SqliteLedger ledger = open()) {
            List<Entry> entries = ledger.read(stream, 0, 10);
            assertEquals(List.of(append.entry()), entries);
            assertEquals(append.position(), ledger.heads().of(stream));
        }
    }

    private SqliteLedger open() {
        return SqliteLedger.open(
                folder.resolve("usher.db"), SqliteOptions.standard().withJournalBytes(1 << 20));
    }

    static Append held(StreamId stream, Position follows, int seat) {
        UserId user = new UserId(UUID.randomUUID());
        Fact fact =
                new SeatsHeld(
                        Cause.of(1_795_212_345_678L, user, "request-1"),
                        user,
                        SeatSet.of(seat),
                        1_795_212_405_678L);
        long id = ThreadLocalRandom.current().nextLong() | 1;
        return new Append(
                stream,
                follows,
                id,
                List.of(fact),
                List.of(new Key("user:" + user)),
                1_795_212_405_678L,
                Long.MAX_VALUE);
    }
}
