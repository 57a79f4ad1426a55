package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Deadlines.Due;
import usher.ledger.Entry;
import usher.ledger.Heads.Head;
import usher.ledger.Key;
import usher.ledger.Notes;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// What is still there when the process comes back, after a goodbye or after a crash.
public interface DurablePromises extends Promises {

    @Override
    DurableStore newStore();

    @Test
    default void a_reopened_ledger_has_everything(Trial trial) {
        Kept kept = Kept.by(trial);
        trial.reopen();
        kept.assertIn(trial);
    }

    @Test
    default void a_crash_loses_nothing_that_was_acknowledged(Trial trial) {
        Kept kept = Kept.by(trial);
        trial.crash();
        kept.assertIn(trial);
    }

    @Test
    default void many_crashes_in_a_row_lose_nothing(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = Position.START;
        for (int i = 0; i < 10; i++) {
            head = trial.fill(stream, head, 3);
            trial.crash();
        }
        assertEquals(30, trial.entriesOf(stream).size());
        assertEquals(head, trial.ledger().heads().of(stream));
    }

    @Test
    default void a_repeat_after_a_crash_finds_the_entry(Trial trial) {
        Append append = trial.entry(trial.newStream()).append();
        trial.outcomeOf(append);
        trial.crash();
        assertEquals(new Outcome.Conflict(List.of(append.entry())), trial.outcomeOf(append));
    }

    @Test
    default void closing_settles_what_is_under_way(Trial trial) {
        List<StreamId> streams = trial.newStreams(50);
        List<Append> appends = new ArrayList<>();
        List<CompletionStage<List<Outcome>>> underWay = new ArrayList<>();
        for (StreamId stream : streams) {
            Append append = trial.entry(stream).append();
            appends.add(append);
            underWay.add(trial.ledger().append(List.of(append)));
        }
        trial.reopen();
        for (int i = 0; i < appends.size(); i++) {
            Outcome outcome = Trial.settled(underWay.get(i)).getFirst();
            boolean isThere = !trial.entriesOf(streams.get(i)).isEmpty();
            assertEquals(outcome instanceof Outcome.Appended, isThere, outcome.toString());
        }
    }

    @Test
    default void a_snapshot_is_whole_or_gone_after_a_crash(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).appended();
        Snapshot stored = new Snapshot(stream, head, Samples.varied());
        trial.ledger().snapshots().store(stored);
        trial.crash();
        Snapshot found = trial.ledger().snapshots().latest(stream);
        assertTrue(found == null || found.equals(stored));
    }

    @Test
    default void a_reopened_ledger_has_its_notes(Trial trial) {
        List<Note> kept = keepNotes(trial);
        trial.reopen();
        assertEquals(kept, trial.ledger().notes().list("", "", 10));
    }

    @Test
    default void a_crash_loses_no_note_that_was_written(Trial trial) {
        for (int i = 0; i < 3; i++) {
            List<Note> kept = keepNotes(trial);
            trial.crash();
            assertEquals(kept, trial.ledger().notes().list("", "", 10));
        }
    }

    /// Writes a new note and one more often, removes a third; those that must be there then.
    private static List<Note> keepNotes(Trial trial) {
        Notes notes = trial.ledger().notes();
        Note written = notes.last("often").saying("text");
        Note gone = Note.none("gone");
        String name = "new" + written.revision();
        notes.write(List.of(Note.none(name), written, gone));
        assertTrue(notes.write(written.written()));
        assertTrue(notes.remove(gone.written()));
        return notes.list("", "", 10);
    }

    /// A history with everything in it, and what must be found of it later.
    record Kept(StreamId stream, List<Entry> entries, StreamId other, Head otherHead) {

        private static final Key KEY = new Key("kept");

        static Kept by(Trial trial) {
            StreamId stream = trial.newStream();
            StreamId other = trial.newStream();
            Position head = trial.entry(stream).says(Samples.varied()).appended();
            head = trial.fill(stream, head, 20);
            trial.entry(stream).follows(head).filedUnder(KEY).dueAt(100).appended();
            Position otherHead = trial.entry(other).dueAt(50).appended();
            otherHead = trial.entry(other).follows(otherHead).appended();
            return new Kept(stream, trial.entriesOf(stream), other, new Head(other, otherHead));
        }

        void assertIn(Trial trial) {
            Position head = entries.getLast().position();
            assertEquals(22, entries.size());
            assertEquals(entries, trial.entriesOf(stream));
            assertEquals(
                    List.of(new Head(stream, head), otherHead),
                    trial.ledger().heads().scan(null, 10));
            assertEquals(Set.of(stream), trial.ledger().find(KEY));
            assertEquals(List.of(new Due(stream, 100)), trial.ledger().deadlines().due(100, 10));
            trial.entry(stream).ends(Outcome.Conflict.class);
            trial.entry(stream).follows(head).appended();
        }
    }
}
