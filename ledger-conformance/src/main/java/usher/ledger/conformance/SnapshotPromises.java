package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.Fact;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// Shorter histories, kept beside the streams. They need not be there at once.
interface SnapshotPromises extends Promises {

    @Test
    default void there_is_no_snapshot_that_nobody_stored(Trial trial) {
        StreamId stream = trial.newStream();
        trial.entry(stream).appended();
        assertNull(trial.ledger().snapshots().latest(stream));
    }

    @Test
    default void a_snapshot_is_found_as_it_was_stored(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).appended();
        store(trial, new Snapshot(stream, head, Samples.varied()));
    }

    @Test
    default void a_newer_snapshot_replaces_an_older_one(Trial trial) {
        StreamId stream = trial.newStream();
        Position first = trial.entry(stream).appended();
        Position second = trial.entry(stream).follows(first).appended();
        store(trial, new Snapshot(stream, first, List.of(Samples.held(1))));
        store(trial, new Snapshot(stream, second, List.of(Samples.held(2))));
    }

    @Test
    default void an_older_snapshot_replaces_nothing(Trial trial) {
        StreamId stream = trial.newStream();
        Position first = trial.entry(stream).appended();
        Position second = trial.entry(stream).follows(first).appended();
        Snapshot newest = new Snapshot(stream, second, List.of(Samples.held(2)));
        store(trial, newest);
        trial.ledger().snapshots().store(new Snapshot(stream, first, List.of(Samples.held(1))));
        assertEquals(newest, trial.ledger().snapshots().latest(stream));
    }

    @Test
    default void each_stream_has_a_snapshot_of_its_own(Trial trial) {
        StreamId one = trial.newStream();
        StreamId other = trial.newStream();
        Snapshot first = new Snapshot(one, trial.entry(one).appended(), List.of(Samples.held(1)));
        store(trial, first);
        store(trial, new Snapshot(other, trial.entry(other).appended(), List.of(Samples.held(2))));
        assertEquals(first, trial.ledger().snapshots().latest(one));
    }

    @Test
    default void a_snapshot_may_hold_100_000_seats(Trial trial) {
        StreamId stream = trial.newStream();
        List<Fact> facts = List.of(Samples.heldApart(100_000));
        store(trial, new Snapshot(stream, trial.entry(stream).appended(), facts));
    }

    @Test
    default void followers_never_see_snapshots(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.fill(stream, Position.START, 3);
        store(trial, new Snapshot(stream, head, List.of(Samples.held(1))));
        assertEquals(3, trial.entriesOf(stream).size());
        assertEquals(head, trial.ledger().heads().of(stream));
    }

    private static void store(Trial trial, Snapshot snapshot) {
        trial.ledger().snapshots().store(snapshot);
        trial.eventually(
                "the snapshot of " + snapshot.stream(),
                () -> snapshot.equals(trial.ledger().snapshots().latest(snapshot.stream())));
    }
}
