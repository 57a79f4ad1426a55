package usher.domain.selling;

/// How it stands with the payment of a booking.
public enum PaymentStatus {
    /// The money is there.
    SUCCEEDED,
    /// No money will come.
    FAILED,
    /// The money went back.
    REFUNDED
}
