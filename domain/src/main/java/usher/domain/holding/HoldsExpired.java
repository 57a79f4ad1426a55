package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;

/// The holds of `seats` ran out.
public record HoldsExpired(Cause cause, SeatSet seats) implements Fact {}
