package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.StreamId;

/// Several authors at work while something happens to the server, and what must hold afterwards.
final class Journals implements AutoCloseable {

    private static final int AUTHORS_PER_STREAM = 2;

    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<StreamId> streams = new ArrayList<>();
    private final List<Future<List<Entry>>> authors = new ArrayList<>();

    /// Two authors for each of so many streams, at one of `nodes` each.
    static Journals begin(int streams, List<Ledger> nodes) {
        return at(
                streams,
                nodes.stream()
                        .<Function<Append, Outcome>>map(
                                node -> append -> Appends.outcome(node, append))
                        .toList());
    }

    /// The same, at nodes of which is said how an append ends.
    static Journals at(int streams, List<Function<Append, Outcome>> nodes) {
        Journals journals = new Journals();
        for (int i = 0; i < streams; i++) {
            StreamId stream = Appends.newStream();
            journals.streams.add(stream);
            for (int j = 0; j < AUTHORS_PER_STREAM; j++) {
                Function<Append, Outcome> node = nodes.get(j % nodes.size());
                Author author = new Author(node, stream, journals.goesOn::get);
                journals.authors.add(journals.threads.submit(author));
            }
        }
        return journals;
    }

    /// Lets the authors end what they began, and insists that `ledger` has all that they were told,
    /// once, and nothing else.
    void areTrue(Ledger ledger) {
        List<Entry> acknowledged = end();
        assertFalse(acknowledged.isEmpty());
        for (StreamId stream : streams) {
            List<Entry> expected =
                    acknowledged.stream()
                            .filter(entry -> entry.stream().equals(stream))
                            .sorted(Comparator.comparingLong(Entry::version))
                            .toList();
            List<Entry> kept = ledger.read(stream, 0, Integer.MAX_VALUE);
            for (int i = 0; i < kept.size(); i++) assertEquals(i + 1, kept.get(i).version());
            assertEquals(expected, kept);
        }
    }

    private List<Entry> end() {
        goesOn.set(false);
        List<Entry> acknowledged = new ArrayList<>();
        for (Future<List<Entry>> author : authors) {
            try {
                acknowledged.addAll(author.get());
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("an author was disturbed", e);
            }
        }
        return acknowledged;
    }

    @Override
    public void close() {
        goesOn.set(false);
        threads.close();
    }
}
