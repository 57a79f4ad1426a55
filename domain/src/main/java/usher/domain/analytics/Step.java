package usher.domain.analytics;

/// What happens to a place that is for sale.
///
/// A *claim* is one try to buy a place: it begins when somebody holds or books it, and ends as
/// [#SOLD] or in one of the other ways. So claims are those that are open and those that ended.
public enum Step {
    /// Somebody has held it, or booked it without holding it first: a claim begins.
    CLAIMED,
    /// The claim ended well: it is reserved, or its booking is confirmed.
    SOLD,
    /// Whoever held it let it go.
    RELEASED,
    /// Its hold ran out.
    EXPIRED,
    /// Its booking was not paid in time.
    UNPAID,
    /// The payment of its booking failed.
    FAILED,
    /// Its booking was called off before anything was paid.
    CANCELLED,
    /// It had been sold, and is free again: refunded, or called off where it cost nothing.
    RETURNED;

    /// Whether a claim ends with it.
    public boolean endsClaim() {
        return this != CLAIMED && this != RETURNED;
    }
}
