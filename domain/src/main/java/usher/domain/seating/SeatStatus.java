package usher.domain.seating;

/// What a seat is for everybody else. The order is that of the two-bit states.
public enum SeatStatus {
    AVAILABLE,
    HELD,
    RESERVED;

    private static final SeatStatus[] BY_CODE = values();

    /// The status whose two bits are `code`.
    static SeatStatus of(int code) {
        return BY_CODE[code];
    }
}
