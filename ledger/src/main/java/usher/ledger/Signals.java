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
        private final boolean isForOwn;

        Listener(Consumer<StreamId> heard, boolean isForOwn) {
            this.heard = heard;
            this.isForOwn = isForOwn;
        }
    }

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /// Nobody listens yet.
    public Signals() {}

    /// Calls `heard` with each stream that is given, until the result is closed.
    public AutoCloseable listen(Consumer<StreamId> heard) {
        return add(new Listener(heard, true));
    }

    /// Calls `heard` with each stream that another node appended to, until the result is closed.
    public AutoCloseable listenToOthers(Consumer<StreamId> heard) {
        return add(new Listener(heard, false));
    }

    /// Tells who listens that this node appended to `stream`.
    public void give(StreamId stream) {
        for (Listener listener : listeners) {
            if (listener.isForOwn) tell(listener, stream);
        }
    }

    /// Tells every listener that another node appended to `stream`.
    public void passOn(StreamId stream) {
        for (Listener listener : listeners) tell(listener, stream);
    }

    private AutoCloseable add(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void tell(Listener listener, StreamId stream) {
        try {
            listener.heard.accept(stream);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a listener of stream {0} failed: {1}", stream, e);
        }
    }
}
