package usher.domain.selling;

import java.util.UUID;

/// The payment of a booking, of all that it costs.
///
/// @param id made by the node that took it
/// @param provider who took the money, such as `simulated`: 1 to 20 printable ASCII characters
public record Payment(UUID id, PaymentStatus status, String provider) {

    /// The provider that takes nobody's money.
    public static final String SIMULATED = "simulated";

    Payment refunded() {
        return new Payment(id, PaymentStatus.REFUNDED, provider);
    }
}
