package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;

/// Whoever holds `seats` holds them until just before `untilMillis` (since 1970), or longer if he
/// did before.
public record HoldsRefreshed(Cause cause, SeatSet seats, long untilMillis) implements Fact {}
