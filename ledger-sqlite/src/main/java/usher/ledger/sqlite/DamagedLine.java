package usher.ledger.sqlite;

/// A line is not what was written. Caught where it is known which stream and place that concerns.
final class DamagedLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    DamagedLine(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
