package usher.domain.selling;

/// How it stands with a booking.
public enum BookingStatus {
    /// Its places are kept until it is paid, or until its time is over.
    PENDING,
    /// Its places are its user's: it is paid, or costs nothing.
    CONFIRMED,
    /// Its payment failed for good; its places are free.
    FAILED,
    /// It was not paid in time; its places are free.
    EXPIRED,
    /// It was called off before anything was paid; its places are free.
    CANCELLED,
    /// It was called off after it was paid; its places are free, and the money goes back.
    REFUNDED;

    /// Whether it has places.
    public boolean isLive() {
        return this == PENDING || this == CONFIRMED;
    }
}
