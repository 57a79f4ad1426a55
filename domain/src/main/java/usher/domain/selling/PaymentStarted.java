package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Fact;

/// A payment of the booking begins: `provider` is to be asked to open it. The places are kept until
/// [Payment#SETTLING_MILLIS] after the booking's own time.
public record PaymentStarted(Cause cause, BookingId booking, UUID payment, String provider)
        implements Fact {}
