package usher.ledger.conformance;

import java.util.List;
import usher.domain.Fact;
import usher.ledger.Append;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Appends as a broken ledger understands them: one thing is not what the caller said.
final class Altered {

    private Altered() {}

    static Append stream(StreamId stream, Append a) {
        return new Append(
                stream,
                a.follows(),
                a.id(),
                a.facts(),
                a.keys(),
                a.deadlineMillis(),
                a.acceptUntilMillis());
    }

    static Append id(long id, Append a) {
        return new Append(
                a.stream(),
                a.follows(),
                id,
                a.facts(),
                a.keys(),
                a.deadlineMillis(),
                a.acceptUntilMillis());
    }

    static Append follows(Position head, Append a) {
        return new Append(
                a.stream(),
                head,
                a.id(),
                a.facts(),
                a.keys(),
                a.deadlineMillis(),
                a.acceptUntilMillis());
    }

    static Append says(List<Fact> facts, Append a) {
        return new Append(
                a.stream(),
                a.follows(),
                a.id(),
                facts,
                a.keys(),
                a.deadlineMillis(),
                a.acceptUntilMillis());
    }

    static Append dueAt(long millis, Append a) {
        return new Append(
                a.stream(),
                a.follows(),
                a.id(),
                a.facts(),
                a.keys(),
                millis,
                a.acceptUntilMillis());
    }

    static Append acceptUntil(long millis, Append a) {
        return new Append(
                a.stream(), a.follows(), a.id(), a.facts(), a.keys(), a.deadlineMillis(), millis);
    }
}
