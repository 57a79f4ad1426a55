package usher.domain.selling;

/// What a gateway says of a payment.
public sealed interface PaymentReport {

    /// It is there, and its user may pay.
    ///
    /// @param reference what the gateway calls it: 1 to 200 printable ASCII characters
    /// @param checkoutUrl where its user pays: at most 2,000 printable ASCII characters; empty:
    ///     nowhere
    record Opened(String reference, String checkoutUrl) implements PaymentReport {}

    /// The money is there.
    record Succeeded() implements PaymentReport {}

    /// No money came, and none will.
    record Failed() implements PaymentReport {}

    /// All the money went back.
    record Refunded() implements PaymentReport {}
}
