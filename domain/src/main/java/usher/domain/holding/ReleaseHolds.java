package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Let go all of `seats`, which the user holds.
public record ReleaseHolds(Cause cause, SeatSet seats) implements Command {}
