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

    /// By the bits as an unsigned number, as databases and the texts of UUIDs are ordered.
    @Override
    public int compareTo(StreamId other) {
        int high =
                Long.compareUnsigned(
                        value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return isCatalog() ? "catalog" : value.toString();
    }
}
