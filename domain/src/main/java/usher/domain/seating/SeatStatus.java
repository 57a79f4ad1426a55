package usher.domain.seating;

/// What a seat is for everybody else, and the two bits that say so.
public enum SeatStatus {
    AVAILABLE(0),
    HELD(1),
    RESERVED(2),
    BLOCKED(3);

    private static final SeatStatus[] BY_CODE = {AVAILABLE, HELD, RESERVED, BLOCKED};

    private final int code;

    SeatStatus(int code) {
        this.code = code;
    }

    /// The two bits, 0 to 3. They are public for ever: clients decode them.
    public int code() {
        return code;
    }

    /// The status whose two bits are `code`.
    static SeatStatus of(int code) {
        return BY_CODE[code];
    }
}
