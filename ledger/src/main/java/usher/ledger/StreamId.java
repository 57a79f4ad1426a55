package usher.ledger;

import java.util.UUID;
import usher.domain.EventId;

/// The name of a stream of entries: an event's id, or the catalog's.
public record StreamId(UUID value) implements Comparable<StreamId> {

    /// The stream of the list of events.
    public static final StreamId CATALOG = new StreamId(new UUID(0, 0));

    public static StreamId of(EventId event) {
        return new StreamId(event.value());
    }

    public boolean isCatalog() {
        return equals(CATALOG);
    }

    /// The event whose stream this is.
    ///
    /// @throws IllegalArgumentException if it is the catalog's
    public EventId event() {
        return new EventId(value);
    }

    @Override
    public int compareTo(StreamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return isCatalog() ? "catalog" : value.toString();
    }
}
