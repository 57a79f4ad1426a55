package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.ledger.Deadlines.Due;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// When streams are due: as their last entries said.
interface DeadlinePromises extends Promises {

    @Test
    default void streams_are_due_the_earliest_first(Trial trial) {
        List<StreamId> streams = trial.newStreams(3);
        trial.entry(streams.get(0)).dueAt(300).appended();
        trial.entry(streams.get(1)).dueAt(100).appended();
        trial.entry(streams.get(2)).dueAt(200).appended();
        List<Due> expected =
                List.of(
                        new Due(streams.get(1), 100),
                        new Due(streams.get(2), 200),
                        new Due(streams.get(0), 300));
        assertEquals(expected, trial.ledger().deadlines().due(1000, 10));
    }

    @Test
    default void only_what_is_due_by_then_is_named(Trial trial) {
        List<StreamId> streams = trial.newStreams(2);
        trial.entry(streams.get(0)).dueAt(100).appended();
        trial.entry(streams.get(1)).dueAt(101).appended();
        Due first = new Due(streams.get(0), 100);
        assertEquals(List.of(), trial.ledger().deadlines().due(99, 10));
        assertEquals(List.of(first), trial.ledger().deadlines().due(100, 10));
    }

    @Test
    default void no_more_are_named_than_were_asked_for(Trial trial) {
        List<Due> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            StreamId stream = trial.newStream();
            trial.entry(stream).dueAt(100 + i).appended();
            if (i < 3) expected.add(new Due(stream, 100 + i));
        }
        assertEquals(expected, trial.ledger().deadlines().due(1000, 3));
    }

    @Test
    default void the_next_entry_replaces_the_deadline(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).dueAt(100).appended();
        head = trial.entry(stream).follows(head).dueAt(300).appended();
        assertEquals(List.of(new Due(stream, 300)), trial.ledger().deadlines().due(1000, 10));
        trial.entry(stream).follows(head).dueAt(200).appended();
        assertEquals(List.of(new Due(stream, 200)), trial.ledger().deadlines().due(1000, 10));
    }

    @Test
    default void an_entry_without_a_deadline_removes_it(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).dueAt(100).appended();
        trial.entry(stream).follows(head).appended();
        assertEquals(List.of(), trial.ledger().deadlines().due(Long.MAX_VALUE, 10));
    }

    @Test
    default void streams_due_at_the_same_moment_are_all_named(Trial trial) {
        List<StreamId> streams = trial.newStreams(4);
        for (StreamId stream : streams) trial.entry(stream).dueAt(100).appended();
        List<Due> due = trial.ledger().deadlines().due(100, 10);
        assertEquals(streams, due.stream().map(Due::stream).sorted().toList());
    }
}
