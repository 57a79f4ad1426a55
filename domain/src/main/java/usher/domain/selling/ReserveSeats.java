package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Keep all of `seats`, which the user holds, for good. Seats that he reserved before stay his.
public record ReserveSeats(Cause cause, SeatSet seats) implements Command {}
