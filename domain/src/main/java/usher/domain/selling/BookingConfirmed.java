package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Fact;

/// The places of the booking are its user's for good.
public record BookingConfirmed(Cause cause, BookingId booking) implements Fact {}
