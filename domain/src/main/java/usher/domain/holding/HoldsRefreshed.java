package usher.domain.holding;

import java.time.Instant;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;

/// Whoever holds `seats` holds them until just before `until`, or longer if he did before.
public record HoldsRefreshed(Cause cause, SeatSet seats, Instant until) implements Fact {}
