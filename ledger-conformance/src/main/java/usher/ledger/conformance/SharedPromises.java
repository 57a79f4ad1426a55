package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Deadlines.Due;
import usher.ledger.Heads.Head;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// What holds for a ledger that several nodes use at once, each by a handle of its own.
public interface SharedPromises extends Promises {

    @Test
    default void a_shared_ledger_says_so(Trial trial) {
        assertTrue(trial.ledger().isShared());
    }

    @Test
    default void what_one_node_appended_the_others_find_at_once(Trial trial) {
        Ledger other = trial.open();
        StreamId stream = trial.newStream();
        Key key = new Key("shared");
        Append append = trial.entry(stream).filedUnder(key).dueAt(100).append();
        trial.outcomeOf(append);
        assertEquals(List.of(append.entry()), other.read(stream, 0, 10));
        assertEquals(append.position(), other.heads().of(stream));
        assertEquals(List.of(new Head(stream, append.position())), other.heads().scan(null, 10));
        assertEquals(Set.of(stream), other.find(key));
        assertEquals(List.of(new Due(stream, 100)), other.deadlines().due(100, 10));
    }

    @Test
    default void a_node_that_missed_an_entry_is_told_it(Trial trial) {
        Ledger other = trial.open();
        StreamId stream = trial.newStream();
        Append first = trial.entry(stream).append();
        trial.outcomeOf(first);
        Append rival = trial.entry(stream).append();
        assertEquals(
                List.of(new Outcome.Conflict(List.of(first.entry()))),
                Trial.settled(other.append(List.of(rival))));
    }

    @Test
    default void an_unknown_entry_can_be_settled_by_another_handle(Trial trial) {
        Ledger other = trial.open();
        Append append = trial.entry(trial.newStream()).append();
        trial.outcomeOf(append);
        assertEquals(
                List.of(new Outcome.Conflict(List.of(append.entry()))),
                Trial.settled(other.append(List.of(append))));
    }

    @Test
    default void rival_nodes_on_one_stream_lose_and_double_nothing(Trial trial) {
        Race.run(trial, List.of(trial.ledger(), trial.open()), trial.newStreams(1), 50);
    }

    @Test
    default void rival_nodes_on_many_streams_lose_and_double_nothing(Trial trial) {
        Race.run(trial, List.of(trial.ledger(), trial.open()), trial.newStreams(20), 200);
    }

    @Test
    default void a_node_hears_of_the_appends_of_others(Trial trial) {
        try (Ear ear = Ear.on(trial.open())) {
            ear.hears(trial, trial.newStream());
        }
    }

    @Test
    default void a_node_that_listens_to_others_hears_of_them(Trial trial) {
        try (Ear ear = Ear.onOthersOf(trial.open())) {
            ear.hears(trial, trial.newStream());
        }
    }

    @Test
    default void a_snapshot_of_one_node_serves_the_others(Trial trial) {
        Ledger other = trial.open();
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).appended();
        Snapshot snapshot = new Snapshot(stream, head, Samples.varied());
        trial.ledger().snapshots().store(snapshot);
        trial.eventually(
                "the snapshot of another node",
                () -> snapshot.equals(other.snapshots().latest(stream)));
    }

    @Test
    default void what_one_node_noted_the_others_find_at_once(Trial trial) {
        Ledger other = trial.open();
        Note one = Note.none("shared").saying("one");
        assertEquals(List.of(true), trial.ledger().notes().write(List.of(one)));
        assertEquals(one.written(), other.notes().find("shared"));
        assertEquals(List.of(false), other.notes().write(List.of(one)));

        Note two = one.written().saying("two");
        assertEquals(List.of(true), other.notes().write(List.of(two)));
        assertEquals(List.of(two.written()), trial.ledger().notes().list("", "", 10));
        assertTrue(trial.ledger().notes().remove(two.written()));
        assertNull(other.notes().find("shared"));
    }

    @Test
    default void a_node_that_leaves_does_not_disturb_the_others(Trial trial) {
        Ledger other = trial.open();
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).appended();
        other.close();
        trial.entry(stream).follows(head).appended();
        assertEquals(2, trial.entriesOf(stream).size());
    }
}
