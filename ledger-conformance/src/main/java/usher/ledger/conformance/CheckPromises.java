package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// What an append without facts tells: whether the caller knows the last entry.
interface CheckPromises extends Promises {

    @Test
    default void a_check_of_the_head_is_appended_there_and_writes_nothing(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.fill(stream, Position.START, 2);
        assertEquals(head, check(trial, stream, head).appended());
        assertEquals(2, trial.entriesOf(stream).size());
        assertEquals(head, trial.ledger().heads().of(stream));
    }

    @Test
    default void a_check_of_an_untouched_stream_leaves_it_untouched(Trial trial) {
        StreamId stream = trial.newStream();
        assertEquals(Position.START, check(trial, stream, Position.START).appended());
        assertEquals(List.of(), trial.ledger().heads().scan(null, 10));
    }

    @Test
    default void a_check_of_an_earlier_entry_is_a_conflict(Trial trial) {
        StreamId stream = trial.newStream();
        Position first = trial.entry(stream).appended();
        Position second = trial.entry(stream).follows(first).appended();
        Outcome.Conflict conflict = check(trial, stream, first).ends(Outcome.Conflict.class);
        assertEquals(second, conflict.missed().getFirst().position());
    }

    @Test
    default void a_check_of_an_entry_that_is_not_there_is_rewound(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).appended();
        Outcome outcome = check(trial, stream, head.next(99)).outcome();
        assertEquals(new Outcome.Rewound(head), outcome);
    }

    @Test
    default void a_check_files_no_keys_and_sets_no_deadline(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).dueAt(10).appended();
        Key key = new Key("check");
        check(trial, stream, head).filedUnder(key).dueAt(20).appended();
        assertEquals(Set.of(), trial.ledger().find(key));
        assertEquals(10, trial.ledger().deadlines().due(100, 1).getFirst().atMillis());
    }

    @Test
    default void a_check_sees_the_appends_that_were_started_before_it(Trial trial) {
        StreamId stream = trial.newStream();
        Append entry = trial.entry(stream).append();
        CompletionStage<List<Outcome>> underWay = trial.ledger().append(List.of(entry));
        assertEquals(entry.position(), check(trial, stream, entry.position()).appended());
        Trial.settled(underWay);
    }

    private static Proposal check(Trial trial, StreamId stream, Position head) {
        return trial.entry(stream).follows(head).says(List.of());
    }
}
