package usher.domain.selling;

/// How it stands with the payment of a booking.
public enum PaymentStatus {
    /// The money is there.
    SUCCEEDED,
    /// No money will come.
    FAILED,
    /// The money went back.
    REFUNDED,
    /// It is under way at a gateway, which has not said how it ends.
    PENDING,
    /// The money is to go back; the gateway has not said that it did.
    REFUNDING
}
