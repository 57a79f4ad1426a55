package usher.domain.seating;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;

/// In a snapshot: `seats` are all as `record` says.
public record SeatsRestated(Cause cause, SeatSet seats, SeatRecord record) implements Fact {}
