package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Fact;

/// The gateway has given the money back.
public record PaymentRefunded(Cause cause, BookingId booking, UUID payment) implements Fact {}
