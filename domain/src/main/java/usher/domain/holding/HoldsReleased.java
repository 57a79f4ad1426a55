package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;

/// Whoever held `seats` let them go.
public record HoldsReleased(Cause cause, SeatSet seats) implements Fact {}
