package usher.domain.holding;

import java.time.Instant;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;

/// `user` holds `seats` until just before `until`.
public record SeatsHeld(Cause cause, UserId user, SeatSet seats, Instant until) implements Fact {}
