package usher.domain.venue;

import java.util.UUID;

/// The id of a venue.
public record VenueId(UUID value) implements Comparable<VenueId> {

    @Override
    public int compareTo(VenueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
