package usher.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.holding.HoldsExpired;

/// What the ledger in memory promises to the simulation, beside what every ledger promises.
class InMemoryLedgerTest {

    private final AtomicLong clock = new AtomicLong(1000);
    private final Ledger ledger = new InMemoryLedger(() -> Instant.ofEpochMilli(clock.get()));
    private final StreamId stream = StreamId.of(EventId.of(1, 1));

    @Test
    void an_append_is_settled_and_signalled_before_the_call_returns() throws Exception {
        List<Thread> signalled = new ArrayList<>();
        try (var _ = ledger.heads().listen(_ -> signalled.add(Thread.currentThread()))) {
            CompletionStage<List<Outcome>> stage = ledger.append(List.of(append(2000)));
            assertTrue(stage.toCompletableFuture().isDone());
            assertEquals(List.of(Thread.currentThread()), signalled);
        }
    }

    @Test
    void its_time_is_that_of_the_clock() {
        clock.set(1234);
        assertEquals(Instant.ofEpochMilli(1234), ledger.now());
        assertEquals(new Outcome.Late(), outcome(append(1234)));
        assertEquals(Outcome.Appended.class, outcome(append(1235)).getClass());
    }

    @Test
    void its_time_stands_still_while_the_clock_is_behind() {
        assertEquals(Instant.ofEpochMilli(1000), ledger.now());
        clock.set(400);
        assertEquals(Instant.ofEpochMilli(1000), ledger.now());
        assertEquals(new Outcome.Late(), outcome(append(1000)));
        clock.set(1001);
        assertEquals(Instant.ofEpochMilli(1001), ledger.now());
    }

    @Test
    void its_facts_are_not_those_that_were_appended_but_read_again() {
        outcome(append(2000));
        Fact appended = append(2000).facts().getFirst();
        Fact first = ledger.read(stream, 0, 1).getFirst().facts().getFirst();
        Fact second = ledger.read(stream, 0, 1).getFirst().facts().getFirst();
        assertEquals(appended, first);
        assertTrue(first != second, "facts are kept as objects");
    }

    @Test
    void closing_it_forgets_nothing() {
        outcome(append(2000));
        ledger.close();
        assertEquals(1, ledger.read(stream, 0, 10).size());
    }

    private Append append(long acceptUntilMillis) {
        Fact fact = new HoldsExpired(Cause.system(1, "test"), SeatSet.of(1));
        return new Append(
                stream,
                Position.START,
                7,
                List.of(fact),
                List.of(),
                Long.MAX_VALUE,
                acceptUntilMillis);
    }

    private Outcome outcome(Append append) {
        return ledger.append(List.of(append)).toCompletableFuture().join().getFirst();
    }
}
