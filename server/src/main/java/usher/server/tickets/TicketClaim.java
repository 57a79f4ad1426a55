package usher.server.tickets;

import usher.domain.EventId;
import usher.domain.selling.BookingId;

/// What a ticket says: it is for this seat of this event, and belongs to this booking.
public record TicketClaim(EventId event, int seat, BookingId booking) {}
