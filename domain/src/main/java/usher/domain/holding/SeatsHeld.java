package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;

/// `user` holds `seats` until just before `untilMillis`, in milliseconds since 1970.
public record SeatsHeld(Cause cause, UserId user, SeatSet seats, long untilMillis)
        implements Fact {}
