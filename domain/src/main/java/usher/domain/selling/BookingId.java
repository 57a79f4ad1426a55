package usher.domain.selling;

import java.util.UUID;

/// The id of a booking. It may come from the client, so it tells nothing of the event; and as
/// clients may choose ids whose hashes are all alike, it is comparable: a map of such stays quick.
public record BookingId(UUID value) implements Comparable<BookingId> {

    @Override
    public int compareTo(BookingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
