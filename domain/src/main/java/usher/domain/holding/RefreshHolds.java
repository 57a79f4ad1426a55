package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Hold all of `seats`, which the user holds already, for longer; never for shorter.
///
/// @param holdSeconds for how long from now, 1 up to the policy's; 0: as long as the policy says
public record RefreshHolds(Cause cause, SeatSet seats, int holdSeconds) implements Command {}
