package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// What holds when several threads append, and read, at once.
interface RacePromises extends Promises {

    @Test
    default void rivals_for_one_place_have_one_winner(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = Position.START;
        for (int round = 0; round < 50; round++) {
            Append one = trial.entry(stream).follows(head).append();
            Append other = trial.entry(stream).follows(head).append();
            List<Outcome> outcomes = atTheSameMoment(trial, one, other);
            boolean oneWon = outcomes.getFirst() instanceof Outcome.Appended;
            Append winner = oneWon ? one : other;
            Outcome won = new Outcome.Appended(winner.position());
            Outcome lost = new Outcome.Conflict(List.of(winner.entry()));
            assertEquals(oneWon ? List.of(won, lost) : List.of(lost, won), outcomes);
            head = winner.position();
        }
        assertEquals(50, trial.entriesOf(stream).size());
    }

    @Test
    default void rivals_on_one_stream_lose_and_double_nothing(Trial trial) {
        Race.run(trial, List.of(trial.ledger()), trial.newStreams(1), 50);
    }

    @Test
    default void rivals_on_many_streams_lose_and_double_nothing(Trial trial) {
        Race.run(trial, List.of(trial.ledger()), trial.newStreams(20), 200);
    }

    @Test
    default void a_reader_beside_a_writer_sees_one_growing_history(Trial trial) {
        StreamId stream = trial.newStream();
        CountDownLatch done = new CountDownLatch(1);
        Callable<List<Entry>> writer =
                () -> {
                    try {
                        trial.fill(stream, Position.START, 200);
                    } finally {
                        done.countDown();
                    }
                    return trial.entriesOf(stream);
                };
        Callable<List<Entry>> reader =
                () -> {
                    List<Entry> seen = new ArrayList<>();
                    while (done.getCount() > 0) {
                        seen.addAll(trial.ledger().read(stream, seen.size(), 1000));
                    }
                    seen.addAll(trial.ledger().read(stream, seen.size(), 1000));
                    return seen;
                };
        List<List<Entry>> histories = Race.atOnce(List.of(writer, reader));
        assertEquals(200, histories.getFirst().size());
        assertEquals(histories.getFirst(), histories.getLast());
    }

    private static List<Outcome> atTheSameMoment(Trial trial, Append one, Append other) {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Outcome>> tasks = new ArrayList<>();
        for (Append append : List.of(one, other)) {
            tasks.add(
                    () -> {
                        start.await();
                        return trial.outcomeOf(append);
                    });
        }
        return Race.atOnce(tasks);
    }
}
