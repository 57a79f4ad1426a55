package usher.domain.selling;

import java.util.List;
import usher.domain.Cause;
import usher.domain.Fact;

/// These were not paid in time; their places are free again.
public record BookingsExpired(Cause cause, List<BookingId> bookings) implements Fact {

    public BookingsExpired {
        bookings = List.copyOf(bookings);
    }
}
