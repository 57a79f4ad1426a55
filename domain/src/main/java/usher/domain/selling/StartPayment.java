package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Command;

/// Begin to pay a booking at a gateway.
///
/// @param payment the id of the payment if there is none yet
/// @param provider which gateway: 1 to 20 printable ASCII characters, not [Payment#SIMULATED]
public record StartPayment(Cause cause, BookingId booking, UUID payment, String provider)
        implements Command {}
