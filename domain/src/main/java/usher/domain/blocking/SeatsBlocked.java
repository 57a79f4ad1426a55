package usher.domain.blocking;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;

/// `seats`, available before, are kept off sale from now on, under `note`.
public record SeatsBlocked(Cause cause, SeatSet seats, String note) implements Fact {}
