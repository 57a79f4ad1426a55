package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import usher.domain.EventId;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// One test's ledger, and the words in which tests speak of it. Thread-safe but for opening.
final class Trial implements AutoCloseable {

    private static final long SETTLE_SECONDS_MAX = 60;
    private static final long FIRST_EVENT_MILLIS = 1_795_000_000_000L;

    private final LedgerStore store;
    private final List<Ledger> handles = new ArrayList<>();
    private final AtomicLong streams = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();
    private Ledger ledger;

    Trial(LedgerStore store) {
        this.store = store;
        ledger = open();
    }

    /// The handle that is not spoken of when there is only one.
    Ledger ledger() {
        return ledger;
    }

    /// Another handle on the same store, as another node has it.
    Ledger open() {
        Ledger opened = store.open();
        handles.add(opened);
        return opened;
    }

    /// The handle is closed, and another one opened.
    void reopen() {
        closeHandles();
        ledger = open();
    }

    /// All handles die, and a new process opens the store.
    void crash() {
        assertInstanceOf(DurableStore.class, store).crash();
        handles.clear();
        ledger = open();
    }

    /// A stream that nobody has written to, later in order than those before.
    StreamId newStream() {
        long number = streams.incrementAndGet();
        return StreamId.of(EventId.of(FIRST_EVENT_MILLIS + number, number));
    }

    /// So many new streams, in order.
    List<StreamId> newStreams(int count) {
        List<StreamId> created = new ArrayList<>();
        for (int i = 0; i < count; i++) created.add(newStream());
        return created;
    }

    /// An entry for the start of `stream`, with one fact and an id of its own, acceptable for long.
    Proposal entry(StreamId stream) {
        return new Proposal(this, stream, entries.incrementAndGet());
    }

    /// Appends `count` entries to `stream`, which stands at `head`.
    Position fill(StreamId stream, Position head, int count) {
        Position at = head;
        for (int i = 0; i < count; i++) at = entry(stream).follows(at).appended();
        return at;
    }

    Outcome outcomeOf(Append append) {
        return outcomesOf(List.of(append)).getFirst();
    }

    List<Outcome> outcomesOf(List<Append> appends) {
        return settled(ledger.append(appends));
    }

    /// What `stage` completes with; it must do so soon, and never exceptionally.
    static List<Outcome> settled(CompletionStage<List<Outcome>> stage) {
        try {
            return stage.toCompletableFuture().get(SETTLE_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return fail("an append was not settled within " + SETTLE_SECONDS_MAX + " s", e);
        } catch (ExecutionException e) {
            return fail("an append completed exceptionally", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted", e);
        }
    }

    /// All entries of `stream`.
    List<Entry> entriesOf(StreamId stream) {
        return ledger.read(stream, 0, Integer.MAX_VALUE);
    }

    /// The positions of all entries of `stream`.
    List<Position> positionsOf(StreamId stream) {
        return entriesOf(stream).stream().map(Entry::position).toList();
    }

    /// Waits until `condition` holds.
    void eventually(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + store.patience().toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) fail("in vain waited for: " + what);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted", e);
        }
    }

    private void closeHandles() {
        handles.forEach(Ledger::close);
        handles.clear();
    }

    @Override
    public void close() {
        closeHandles();
        store.close();
    }
}
