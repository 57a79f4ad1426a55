package usher.domain.holding;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Hold all of `seats` or none. Seats that the user holds already stay as they are.
///
/// @param holdSeconds for how long, 1 up to the policy's; 0: as long as the policy says
public record HoldSeats(Cause cause, SeatSet seats, int holdSeconds) implements Command {}
