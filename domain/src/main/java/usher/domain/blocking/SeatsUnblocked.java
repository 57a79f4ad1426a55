package usher.domain.blocking;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;

/// `seats`, blocked before, are available again.
public record SeatsUnblocked(Cause cause, SeatSet seats) implements Fact {}
