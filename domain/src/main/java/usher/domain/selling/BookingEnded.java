package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Fact;

/// The places of the booking are free again.
///
/// @param status why: failed, cancelled or refunded
public record BookingEnded(Cause cause, BookingId booking, BookingStatus status) implements Fact {}
