package usher.ledger;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Who wants to hear of appends, and how they are told: one after another, on the caller's thread.
///
/// A listener that throws misses that signal, as any may get lost; the others hear it. Thread-safe.
public final class Signals {

    private static final System.Logger LOG = System.getLogger(Signals.class.getName());

    /// One that listens; no record, as the same consumer may listen twice.
    private static final class Listener {
        private final Consumer<StreamId> heard;

        Listener(Consumer<StreamId> heard) {
            this.heard = heard;
        }
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /// Nobody listens yet.
    public Signals() {}

    /// Calls `heard` with each stream that is given, until the result is closed.
    public AutoCloseable listen(Consumer<StreamId> heard) {
        Listener listener = new Listener(heard);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Tells every listener that `stream` was appended to.
    public void give(StreamId stream) {
        for (Listener listener : listeners) {
            try {
                listener.heard.accept(stream);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a listener of stream {0} failed: {1}", stream, e);
            }
        }
    }
}
