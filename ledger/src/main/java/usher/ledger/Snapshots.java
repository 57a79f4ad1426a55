package usher.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Fact;

/// Shorter histories of streams. They may get lost at any time and are never shown to followers.
public interface Snapshots {

    /// The facts that fold to the state of `stream` at `position`.
    record Snapshot(StreamId stream, Position position, List<Fact> facts) {}

    /// The newest snapshot of `stream` that was stored whole, if there is one.
    @Nullable Snapshot latest(StreamId stream);

    /// Keeps `snapshot` in place of older ones of its stream; if there is a newer one, that stays.
    /// Need not be durable at once.
    void store(Snapshot snapshot);
}
