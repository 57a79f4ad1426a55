package usher.ledger.conformance;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Somebody who listens to a ledger's signals and remembers what he heard.
final class Ear implements AutoCloseable {

    private final Set<StreamId> heard = ConcurrentHashMap.newKeySet();
    private final AutoCloseable listening;

    private Ear(Function<Consumer<StreamId>, AutoCloseable> listen, Consumer<StreamId> first) {
        listening = listen.apply(first.andThen(heard::add));
    }

    static Ear on(Ledger ledger) {
        return on(ledger, _ -> {});
    }

    /// One that does `first` at each signal before he remembers it.
    static Ear on(Ledger ledger, Consumer<StreamId> first) {
        return new Ear(ledger.heads()::listen, first);
    }

    /// One who wants to hear of what other nodes append.
    static Ear onOthersOf(Ledger ledger) {
        return new Ear(ledger.heads()::listenToOthers, _ -> {});
    }

    boolean heardOf(StreamId stream) {
        return heard.contains(stream);
    }

    /// Appends to `stream`, which nobody has touched, again and again until this hears of it: any
    /// one signal may get lost.
    void hears(Trial trial, StreamId stream) {
        AtomicReference<Position> head = new AtomicReference<>(trial.entry(stream).appended());
        trial.eventually(
                "a signal of " + stream,
                () -> {
                    if (heardOf(stream)) return true;
                    head.set(trial.entry(stream).follows(head.get()).appended());
                    return false;
                });
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (Exception e) {
            throw new AssertionError("listening could not be ended", e);
        }
    }
}
