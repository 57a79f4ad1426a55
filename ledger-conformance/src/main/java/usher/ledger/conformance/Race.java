package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.StreamId;

/// Several threads at once against a ledger, and what must hold when they are through.
final class Race {

    private static final int RIVALS = 4;

    private Race() {}

    /// Lets rivals append to all of `streams`, spread over `handles`, until each has won `wins`.
    ///
    /// Then every acknowledged entry is there, at its place, once, and nothing else is.
    static void run(Trial trial, List<Ledger> handles, List<StreamId> streams, int wins) {
        List<Callable<List<Entry>>> rivals = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            Ledger handle = handles.get(i % handles.size());
            rivals.add(new Rival(trial, handle, streams, wins, RIVALS));
        }
        List<Entry> acknowledged = new ArrayList<>();
        atOnce(rivals).forEach(acknowledged::addAll);
        assertTrue(acknowledged.size() >= RIVALS * wins);
        for (StreamId stream : streams) assertKept(trial, stream, acknowledged);
    }

    /// What `tasks` return, each in a thread of its own.
    static <T> List<T> atOnce(List<Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> task : threads.invokeAll(tasks)) results.add(task.get());
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void assertKept(Trial trial, StreamId stream, List<Entry> acknowledged) {
        List<Entry> expected =
                acknowledged.stream()
                        .filter(entry -> entry.stream().equals(stream))
                        .sorted(Comparator.comparingLong(Entry::version))
                        .toList();
        List<Entry> kept = trial.entriesOf(stream);
        for (int i = 0; i < kept.size(); i++) assertEquals(i + 1, kept.get(i).version());
        assertEquals(expected, kept);
    }
}
