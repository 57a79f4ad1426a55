package usher.domain.holding;

import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;
import usher.domain.access.CodeHash;

/// Hold all of `seats` or none. Seats that the user holds already stay as they are.
///
/// @param holdSeconds for how long, 1 up to the policy's; 0: as long as the policy says
/// @param code the access code that the user gives; null: none
public record HoldSeats(Cause cause, SeatSet seats, int holdSeconds, @Nullable CodeHash code)
        implements Command {

    /// Without an access code.
    public HoldSeats(Cause cause, SeatSet seats, int holdSeconds) {
        this(cause, seats, holdSeconds, null);
    }
}
