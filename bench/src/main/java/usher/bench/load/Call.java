package usher.bench.load;

/// What a load asks of a seat, and the status that says that it was done.
public enum Call {
    /// A durable hold; each seat once.
    HOLD("hold", 200, false),
    /// A hold of a seat that was let go.
    HOLD_AGAIN("hold", 200, true),
    /// Letting go of a seat that the same user holds.
    RELEASE("release", 204, true),
    /// Keeping a seat that the same user holds.
    RESERVE("reserve", 200, false),
    /// A hold of a seat that somebody else has.
    REFUSED_HOLD("hold", 409, true),
    /// The same routing and authentication, and an empty answer: what no request can be cheaper
    /// than. The server knows it only with `USHER_BENCH_FLOOR=true`.
    FLOOR("floor", 204, true);

    private final String path;
    private final int expectedStatus;
    private final boolean isRepeatable;

    Call(String path, int expectedStatus, boolean isRepeatable) {
        this.path = path;
        this.expectedStatus = expectedStatus;
        this.isRepeatable = isRepeatable;
    }

    String path() {
        return path;
    }

    int expectedStatus() {
        return expectedStatus;
    }

    /// Whether a seat can be asked for this more than once.
    boolean isRepeatable() {
        return isRepeatable;
    }
}
