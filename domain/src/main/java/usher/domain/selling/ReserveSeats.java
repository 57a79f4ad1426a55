package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Keep all of `seats`, which the user holds, for good. Seats that he reserved before stay his.
///
/// @param complimentary whether they are given away, whatever they cost: only for organizers
public record ReserveSeats(Cause cause, SeatSet seats, boolean complimentary) implements Command {

    /// Not given away.
    public ReserveSeats(Cause cause, SeatSet seats) {
        this(cause, seats, false);
    }
}
