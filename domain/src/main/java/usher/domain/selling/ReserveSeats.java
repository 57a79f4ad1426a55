package usher.domain.selling;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;

/// Keep all of `seats`, which the user holds, for good. Seats that he reserved before stay his.
///
/// @param complimentary whether they are given away, whatever they cost: only for organizers
/// @param booking the id of the booking that they become; a new one
public record ReserveSeats(Cause cause, SeatSet seats, boolean complimentary, BookingId booking)
        implements Command {

    /// Not given away.
    public ReserveSeats(Cause cause, SeatSet seats, BookingId booking) {
        this(cause, seats, false, booking);
    }
}
