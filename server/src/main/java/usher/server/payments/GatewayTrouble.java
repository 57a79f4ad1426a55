package usher.server.payments;

/// A provider was not reached, or did not say what became of a payment: it is asked again.
final class GatewayTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    GatewayTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
