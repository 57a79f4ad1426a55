package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Command;

/// Let somebody in with the ticket of one seat of a booking.
public record CheckInTicket(Cause cause, BookingId booking, int seat) implements Command {}
