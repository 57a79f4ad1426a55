package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// The ledger's time, and decisions that come too late by it.
interface ClockPromises extends Promises {

    @Test
    default void now_is_in_whole_milliseconds(Trial trial) {
        for (int i = 0; i < 1000; i++) {
            Instant now = trial.ledger().now();
            assertEquals(now.truncatedTo(ChronoUnit.MILLIS), now);
        }
    }

    @Test
    default void now_never_goes_backwards(Trial trial) {
        Instant latest = trial.ledger().now();
        for (int i = 0; i < 100_000; i++) {
            Instant now = trial.ledger().now();
            assertFalse(now.isBefore(latest), "from " + latest + " to " + now);
            latest = now;
        }
    }

    @Test
    default void an_append_is_late_from_its_last_moment_on(Trial trial) {
        StreamId stream = trial.newStream();
        Key key = new Key("late");
        long now = trial.ledger().now().toEpochMilli();
        Proposal late = trial.entry(stream).acceptUntil(now).filedUnder(key).dueAt(now);
        assertEquals(new Outcome.Late(), late.outcome());
        assertEquals(List.of(), trial.entriesOf(stream));
        assertEquals(Position.START, trial.ledger().heads().of(stream));
        assertEquals(Set.of(), trial.ledger().find(key));
        assertEquals(List.of(), trial.ledger().deadlines().due(now, 1));
    }

    @Test
    default void one_appends_lateness_leaves_its_neighbours_alone(Trial trial) {
        List<StreamId> streams = trial.newStreams(2);
        long now = trial.ledger().now().toEpochMilli();
        Append late = trial.entry(streams.get(0)).acceptUntil(now - 1).append();
        Append timely = trial.entry(streams.get(1)).append();
        assertEquals(
                List.of(new Outcome.Late(), new Outcome.Appended(timely.position())),
                trial.outcomesOf(List.of(late, timely)));
    }

    /// Or else a lost reply, repeated too late, would look as if nothing had been written.
    @Test
    default void a_late_repeat_of_a_written_entry_is_a_conflict_that_shows_it(Trial trial)
            throws InterruptedException {
        StreamId stream = trial.newStream();
        Append append = acceptedJustInTime(trial, stream);
        while (trial.ledger().now().toEpochMilli() < append.acceptUntilMillis()) Thread.sleep(1);
        assertEquals(new Outcome.Conflict(List.of(append.entry())), trial.outcomeOf(append));
    }

    private static Append acceptedJustInTime(Trial trial, StreamId stream) {
        for (long allowedMillis = 20; ; allowedMillis *= 2) {
            long until = trial.ledger().now().toEpochMilli() + allowedMillis;
            Append append = trial.entry(stream).acceptUntil(until).append();
            if (!(trial.outcomeOf(append) instanceof Outcome.Late)) return append;
        }
    }
}
