package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Fact;

/// Somebody was let in with the ticket of `seat`.
public record TicketCheckedIn(Cause cause, BookingId booking, int seat) implements Fact {}
