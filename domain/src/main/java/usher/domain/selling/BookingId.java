package usher.domain.selling;

import java.util.UUID;

/// The id of a booking. It may come from the client, so it tells nothing of the event.
public record BookingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
