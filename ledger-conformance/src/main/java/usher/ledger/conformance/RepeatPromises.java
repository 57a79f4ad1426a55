package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// How an unknown outcome is settled: by appending the very same entry again.
interface RepeatPromises extends Promises {

    @Test
    default void a_repeat_after_success_is_a_conflict_that_shows_the_entry_itself(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.fill(stream, Position.START, 2);
        Append append = trial.entry(stream).follows(head).append();
        trial.outcomeOf(append);
        assertEquals(new Outcome.Conflict(List.of(append.entry())), trial.outcomeOf(append));
        assertEquals(3, trial.entriesOf(stream).size());
    }

    @Test
    default void a_repeat_finds_itself_behind_what_others_appended_since(Trial trial) {
        StreamId stream = trial.newStream();
        Append append = trial.entry(stream).append();
        trial.outcomeOf(append);
        trial.fill(stream, append.position(), 5);
        Outcome.Conflict conflict = (Outcome.Conflict) trial.outcomeOf(append);
        assertEquals(append.entry(), conflict.missed().getFirst());
        assertEquals(trial.entriesOf(stream), conflict.missed());
        assertEquals(6, conflict.missed().size());
    }

    @Test
    default void a_repeat_of_what_was_never_written_succeeds_once(Trial trial) {
        StreamId stream = trial.newStream();
        Append append = trial.entry(stream).append();
        assertEquals(new Outcome.Appended(append.position()), trial.outcomeOf(append));
        assertEquals(List.of(append.entry()), trial.entriesOf(stream));
    }

    @Test
    default void repeats_under_way_at_once_are_written_once(Trial trial) {
        StreamId stream = trial.newStream();
        Append append = trial.entry(stream).append();
        var first = trial.ledger().append(List.of(append));
        var second = trial.ledger().append(List.of(append));
        assertEquals(List.of(new Outcome.Appended(append.position())), Trial.settled(first));
        assertEquals(List.of(new Outcome.Conflict(List.of(append.entry()))), Trial.settled(second));
        assertEquals(List.of(append.entry()), trial.entriesOf(stream));
    }

    @Test
    default void the_same_id_in_another_stream_is_another_entry(Trial trial) {
        StreamId one = trial.newStream();
        StreamId other = trial.newStream();
        new Proposal(trial, one, 7).appended();
        new Proposal(trial, other, 7).appended();
        assertEquals(trial.positionsOf(one), trial.positionsOf(other));
    }
}
