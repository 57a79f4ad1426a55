package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Command;

/// Call a booking off.
///
/// @param byOrganizer whether it may be anybody's, and paid: then the money goes back
public record CancelBooking(Cause cause, BookingId booking, boolean byOrganizer)
        implements Command {}
