package usher.bench.load;

import java.util.Locale;

/// What a load asks of a seat, and the status that says that it was done.
public enum Call {
    /// A durable hold.
    HOLD(200),
    /// Keeping a seat that the same user holds.
    RESERVE(200),
    /// The same routing and authentication, and an empty answer: what no request can be cheaper
    /// than. The server knows it only with `USHER_BENCH_FLOOR=true`.
    FLOOR(204);

    private final int expectedStatus;

    Call(int expectedStatus) {
        this.expectedStatus = expectedStatus;
    }

    int expectedStatus() {
        return expectedStatus;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a seat can be asked for this more than once.
    boolean isRepeatable() {
        return this == FLOOR;
    }
}
