package usher.domain;

import java.util.List;
import usher.domain.event.EventDefinition;
import usher.domain.event.Listing;
import usher.domain.holding.Hold;
import usher.domain.seating.Seat;
import usher.domain.selling.Booking;
import usher.domain.selling.CheckIn;
import usher.domain.venue.Venue;

/// What the caller of a command is told once its facts are durable.
public sealed interface Answer {

    /// The caller's holds of the seats asked for.
    record Holds(List<Hold> holds) implements Answer {}

    /// The seats asked for, as they are now.
    record Seats(List<Seat> seats) implements Answer {}

    /// The booking as it is now.
    record Booked(EventDefinition event, Booking booking) implements Answer {}

    /// Somebody is let in, or was.
    ///
    /// @param isFirst whether it is now that he is let in
    record CheckedIn(Seat seat, CheckIn checkIn, boolean isFirst) implements Answer {}

    /// The event that is listed now.
    record Listed(EventDefinition event) implements Answer {}

    /// The venue that there is now.
    record Added(Venue venue) implements Answer {}

    /// The event as it is described now.
    record Described(EventDefinition event, Listing now) implements Answer {}

    /// It is done, and there is nothing to tell.
    record Done() implements Answer {}
}
