package usher.domain.selling;

import java.util.UUID;
import usher.domain.Cause;
import usher.domain.Fact;

/// The gateway has opened the payment.
///
/// @param reference what the gateway calls it
/// @param checkoutUrl where its user pays; empty: nowhere
public record PaymentOpened(
        Cause cause, BookingId booking, UUID payment, String reference, String checkoutUrl)
        implements Fact {}
