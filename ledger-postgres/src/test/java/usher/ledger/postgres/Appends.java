package usher.ledger.postgres;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.holding.SeatsHeld;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Entries for tests that do not care what is in them.
final class Appends {

    private static final long SETTLE_SECONDS_MAX = 60;
    private static final UserId USER = new UserId(new UUID(1, 1));
    private static final AtomicLong NUMBERS = new AtomicLong();

    private Appends() {}

    /// A stream that nobody has written to.
    static StreamId newStream() {
        return StreamId.of(EventId.of(1_795_000_000_000L, NUMBERS.incrementAndGet()));
    }

    /// An entry after `follows`, acceptable for ever.
    static Append after(StreamId stream, Position follows) {
        long id = NUMBERS.incrementAndGet();
        SeatsHeld held = new SeatsHeld(Cause.of(id, USER, "test"), USER, SeatSet.of(1), id + 1);
        return new Append(
                stream, follows, id, List.of(held), List.of(), Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// How `append` ends.
    static Outcome outcome(Ledger ledger, Append append) {
        return settled(ledger.append(List.of(append)));
    }

    /// How the one append of a call ended, which must be soon.
    static Outcome settled(CompletionStage<List<Outcome>> stage) {
        try {
            return stage.toCompletableFuture().get(SETTLE_SECONDS_MAX, TimeUnit.SECONDS).getFirst();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("an append was not settled", e);
        }
    }
}
