package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Fact;

/// The booking will not be paid by this.
public record PaymentFailed(Cause cause, BookingId booking, UUID payment, String provider)
        implements Fact {}
