package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;

/// `seats`, held before, are permanently `user`'s.
public record SeatsReserved(Cause cause, UserId user, SeatSet seats) implements Fact {}
