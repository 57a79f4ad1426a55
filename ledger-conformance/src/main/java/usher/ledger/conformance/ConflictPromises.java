package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import usher.ledger.Entry;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// What happens to an append that does not follow the last entry: nothing, and it is told why.
interface ConflictPromises extends Promises {

    @Test
    default void a_second_entry_for_a_place_is_a_conflict_with_the_first(Trial trial) {
        StreamId stream = trial.newStream();
        trial.entry(stream).says(Samples.varied()).appended();
        List<Entry> there = trial.entriesOf(stream);
        assertEquals(new Outcome.Conflict(there), trial.entry(stream).outcome());
        assertEquals(there, trial.entriesOf(stream));
    }

    @Test
    default void a_conflict_names_all_that_was_missed_in_order(Trial trial) {
        StreamId stream = trial.newStream();
        Position seen = trial.fill(stream, Position.START, 3);
        trial.fill(stream, seen, 300);
        List<Entry> missed = trial.entriesOf(stream).subList(3, 303);
        assertEquals(new Outcome.Conflict(missed), trial.entry(stream).follows(seen).outcome());
    }

    @Test
    default void an_entry_with_another_id_is_not_the_one_that_was_followed(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.fill(stream, Position.START, 2);
        Position imagined = new Position(head.version(), head.id() + 1000);
        assertEquals(new Outcome.Rewound(head), trial.entry(stream).follows(imagined).outcome());
        assertEquals(2, trial.entriesOf(stream).size());
    }

    @Test
    default void an_earlier_entry_with_another_id_is_not_the_one_either(Trial trial) {
        StreamId stream = trial.newStream();
        Position first = trial.entry(stream).appended();
        Position head = trial.fill(stream, first, 2);
        Position imagined = new Position(1, first.id() + 1000);
        assertEquals(new Outcome.Rewound(head), trial.entry(stream).follows(imagined).outcome());
    }

    @Test
    default void a_ledger_behind_what_the_caller_saw_is_rewound(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.fill(stream, Position.START, 2);
        Position lost = head.next(1001).next(1002);
        assertEquals(new Outcome.Rewound(head), trial.entry(stream).follows(lost).outcome());
        assertEquals(2, trial.entriesOf(stream).size());
    }

    @Test
    default void an_empty_stream_is_behind_whoever_saw_an_entry(Trial trial) {
        StreamId stream = trial.newStream();
        Position lost = new Position(1, 1001);
        assertEquals(
                new Outcome.Rewound(Position.START), trial.entry(stream).follows(lost).outcome());
        assertEquals(List.of(), trial.entriesOf(stream));
    }

    @Test
    default void a_conflict_changes_neither_keys_nor_deadline_nor_head(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).dueAt(10).appended();
        Key key = new Key("conflict");
        trial.entry(stream).filedUnder(key).dueAt(5).ends(Outcome.Conflict.class);
        assertUnchanged(trial, stream, head, key);
    }

    @Test
    default void a_rewound_append_changes_neither_keys_nor_deadline_nor_head(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).dueAt(10).appended();
        Key key = new Key("rewound");
        Proposal astray = trial.entry(stream).follows(head.next(1001));
        astray.filedUnder(key).dueAt(5).ends(Outcome.Rewound.class);
        assertUnchanged(trial, stream, head, key);
    }

    private static void assertUnchanged(Trial trial, StreamId stream, Position head, Key key) {
        assertEquals(Set.of(), trial.ledger().find(key));
        assertEquals(10, trial.ledger().deadlines().due(100, 1).getFirst().atMillis());
        assertEquals(head, trial.ledger().heads().of(stream));
    }
}
