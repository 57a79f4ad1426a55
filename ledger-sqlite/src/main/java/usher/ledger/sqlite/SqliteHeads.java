package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.ledger.Heads;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Where each stream stands: the overlay over what is filed. Signals come from whoever writes.
final class SqliteHeads implements Heads {

    private final Overlay overlay;
    private final Filed filed;
    private final List<Consumer<StreamId>> listeners = new CopyOnWriteArrayList<>();

    SqliteHeads(Overlay overlay, Filed filed) {
        this.overlay = overlay;
        this.filed = filed;
    }

    @Override
    public Position of(StreamId stream) {
        Position head = overlay.head(stream);
        return head == null ? filed.head(stream) : head;
    }

    @Override
    public List<Head> scan(@Nullable StreamId after, int max) {
        TreeMap<StreamId, Position> heads = new TreeMap<>(overlay.heads());
        Map<StreamId, Position> recent = after == null ? heads : heads.tailMap(after, false);
        TreeMap<StreamId, Position> found = new TreeMap<>();
        for (Head head : filed.heads(after, max)) found.put(head.stream(), head.position());
        found.putAll(recent);
        List<Head> scanned = new ArrayList<>();
        for (Map.Entry<StreamId, Position> head : found.entrySet()) {
            if (scanned.size() == max) break;
            scanned.add(new Head(head.getKey(), head.getValue()));
        }
        return scanned;
    }

    @Override
    public AutoCloseable listen(Consumer<StreamId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Tells all who listen that these entries are durable.
    void signal(List<JournalEntry> entries) {
        for (Consumer<StreamId> listener : listeners) {
            for (JournalEntry entry : entries) signal(listener, entry.stream());
        }
    }

    private static void signal(Consumer<StreamId> listener, StreamId stream) {
        try {
            listener.accept(stream);
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
