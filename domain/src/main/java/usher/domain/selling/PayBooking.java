package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Command;

/// Pay a booking, with money that nobody has.
///
/// @param payment the id of the payment if there is none yet
/// @param succeeds whether it is to succeed
public record PayBooking(Cause cause, BookingId booking, UUID payment, boolean succeeds)
        implements Command {}
