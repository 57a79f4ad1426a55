package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Signals of appends, by which followers are quick.
interface SignalPromises extends Promises {

    @Test
    default void every_listener_hears_of_an_append(Trial trial) {
        try (Ear one = Ear.on(trial.ledger());
                Ear other = Ear.on(trial.ledger())) {
            one.hears(trial, trial.newStream());
            other.hears(trial, trial.newStream());
        }
    }

    @Test
    default void whoever_hears_of_an_append_finds_it(Trial trial) {
        Queue<Position> found = new ConcurrentLinkedQueue<>();
        try (Ear ear = Ear.on(trial.ledger(), s -> found.add(trial.ledger().heads().of(s)))) {
            for (StreamId stream : trial.newStreams(20)) ear.hears(trial, stream);
        }
        assertFalse(found.contains(Position.START), "a signal came before its entry");
    }

    @Test
    default void nothing_is_heard_of_what_was_not_appended(Trial trial) {
        StreamId astray = trial.newStream();
        StreamId late = trial.newStream();
        StreamId checked = trial.newStream();
        try (Ear ear = Ear.on(trial.ledger())) {
            trial.entry(astray).follows(new Position(1, 1001)).ends(Outcome.Rewound.class);
            trial.entry(late).acceptUntil(0).ends(Outcome.Late.class);
            trial.entry(checked).says(List.of()).appended();
            ear.hears(trial, trial.newStream());
            assertFalse(ear.heardOf(astray), "heard of an append that was refused");
            assertFalse(ear.heardOf(late), "heard of an append that was late");
            assertFalse(ear.heardOf(checked), "heard of a check");
        }
    }

    @Test
    default void who_has_stopped_listening_hears_nothing(Trial trial) {
        Ear stopped = Ear.on(trial.ledger());
        stopped.close();
        StreamId stream = trial.newStream();
        try (Ear ear = Ear.on(trial.ledger())) {
            ear.hears(trial, stream);
        }
        assertFalse(stopped.heardOf(stream));
    }

    @Test
    default void a_listener_that_failed_once_goes_on_like_the_others(Trial trial) {
        AtomicBoolean failed = new AtomicBoolean();
        Consumer<StreamId> failsOnce =
                stream -> {
                    if (!failed.getAndSet(true)) throw new IllegalStateException("on purpose");
                };
        try (Ear failing = Ear.on(trial.ledger(), failsOnce);
                Ear ear = Ear.on(trial.ledger())) {
            failing.hears(trial, trial.newStream());
            ear.hears(trial, trial.newStream());
        }
    }
}
