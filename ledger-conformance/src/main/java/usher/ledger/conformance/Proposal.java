package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import usher.domain.Fact;
import usher.ledger.Append;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// An append in the making: what a test does not say about it does not matter there.
final class Proposal {

    private static final long HOUR_MILLIS = 3_600_000;

    private final Trial trial;
    private final StreamId stream;
    private final long id;
    private Position follows = Position.START;
    private List<Fact> facts;
    private List<Key> keys = List.of();
    private long deadlineMillis = Long.MAX_VALUE;
    private long acceptUntilMillis;

    Proposal(Trial trial, StreamId stream, long id) {
        this.trial = trial;
        this.stream = stream;
        this.id = id;
        facts = List.of(Samples.held((int) id));
        acceptUntilMillis = trial.ledger().now().toEpochMilli() + HOUR_MILLIS;
    }

    Proposal follows(Position head) {
        follows = head;
        return this;
    }

    Proposal says(List<Fact> said) {
        facts = said;
        return this;
    }

    Proposal filedUnder(Key... words) {
        keys = List.of(words);
        return this;
    }

    Proposal dueAt(long millis) {
        deadlineMillis = millis;
        return this;
    }

    Proposal acceptUntil(long millis) {
        acceptUntilMillis = millis;
        return this;
    }

    Append append() {
        return new Append(stream, follows, id, facts, keys, deadlineMillis, acceptUntilMillis);
    }

    Outcome outcome() {
        return trial.outcomeOf(append());
    }

    /// Appends it, which must succeed, at the place after the one that it follows.
    Position appended() {
        Append append = append();
        Outcome outcome = trial.outcomeOf(append);
        assertEquals(new Outcome.Appended(append.position()), outcome);
        return append.position();
    }

    /// Appends it, which must end as `kind`.
    <T extends Outcome> T ends(Class<T> kind) {
        return assertInstanceOf(kind, outcome());
    }
}
