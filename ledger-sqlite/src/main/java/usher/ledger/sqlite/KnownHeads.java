package usher.ledger.sqlite;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Where streams stand, as the writer knows it: with what it is about to write.
///
/// Loaded on demand and forgotten all at once when there are many. Owned by the writer.
final class KnownHeads {

    private static final int STREAMS_MAX = 1 << 17;

    private final Overlay overlay;
    private final Filed filed;
    private final Map<StreamId, Position> heads = new HashMap<>();

    KnownHeads(Overlay overlay, Filed filed) {
        this.overlay = overlay;
        this.filed = filed;
    }

    /// Where `stream` stands once what is being written is durable.
    Position of(StreamId stream) {
        Position head = heads.get(stream);
        return head == null ? load(stream) : head;
    }

    void move(StreamId stream, Position head) {
        heads.put(stream, head);
    }

    /// Nothing that was moved since the last durable write is true.
    void forget() {
        heads.clear();
    }

    /// To be called when all that was moved is durable.
    void trim() {
        if (heads.size() > STREAMS_MAX) heads.clear();
    }

    private Position load(StreamId stream) {
        @Nullable Position head = overlay.head(stream);
        if (head == null) head = filed.head(stream);
        heads.put(stream, head);
        return head;
    }
}
