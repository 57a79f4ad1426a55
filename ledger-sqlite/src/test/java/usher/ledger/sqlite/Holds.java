package usher.ledger.sqlite;

import java.util.List;
import java.util.UUID;
import usher.domain.Cause;
import usher.domain.EventId;
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

/// Entries for tests: one held seat each, told apart by their ids.
final class Holds {

    private static final long AT_MILLIS = 1_795_212_345_678L;

    private Holds() {}

    /// The `number`th of some streams.
    static StreamId stream(int number) {
        return StreamId.of(EventId.of(AT_MILLIS + number, number));
    }

    /// An entry `id` after `follows`, with no key and no deadline.
    static Append append(StreamId stream, Position follows, long id) {
        return append(stream, follows, id, List.of(), Long.MAX_VALUE);
    }

    static Append append(
            StreamId stream, Position follows, long id, List<Key> keys, long deadlineMillis) {
        return new Append(
                stream, follows, id, List.of(fact(id)), keys, deadlineMillis, Long.MAX_VALUE);
    }

    /// Appends entries `firstId` and up to `stream`, one call each; where it stands then.
    static Position fill(SqliteLedger ledger, StreamId stream, long firstId, int count) {
        Position head = ledger.heads().of(stream);
        for (long id = firstId; id < firstId + count; id++) {
            Outcome outcome = outcome(ledger, append(stream, head, id));
            if (!(outcome instanceof Outcome.Appended done)) throw new AssertionError(outcome);
            head = done.position();
        }
        return head;
    }

    static Outcome outcome(SqliteLedger ledger, Append append) {
        return ledger.append(List.of(append)).toCompletableFuture().join().getFirst();
    }

    /// The ids of all entries of `stream`.
    static List<Long> ids(SqliteLedger ledger, StreamId stream) {
        List<Entry> entries = ledger.read(stream, 0, Integer.MAX_VALUE);
        return entries.stream().map(entry -> entry.position().id()).toList();
    }

    private static Fact fact(long id) {
        UserId user = new UserId(new UUID(id, -id));
        Cause cause = Cause.of(AT_MILLIS, user, "request-" + id);
        return new SeatsHeld(cause, user, SeatSet.of((int) (id & 0xFFFF) + 1), AT_MILLIS + 60_000);
    }
}
