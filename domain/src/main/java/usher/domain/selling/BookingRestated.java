package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Fact;

/// A booking as it is, in a snapshot; its places are restated with all others.
public record BookingRestated(Cause cause, Booking booking) implements Fact {}
