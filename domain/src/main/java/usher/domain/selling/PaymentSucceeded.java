package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Fact;

/// The booking is paid.
public record PaymentSucceeded(Cause cause, BookingId booking, UUID payment, String provider)
        implements Fact {}
