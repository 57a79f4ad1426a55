package usher.domain;

/// The rules that a command can break, by the names that callers see (in kebab case).
///
/// Their order is their precedence and is public API: who breaks several is told of the first.
public enum Refusal {
    /// The same idempotency key came before with another request.
    IDEMPOTENCY_MISMATCH,
    /// The event is cancelled: nothing about it changes any more.
    EVENT_CANCELLED,
    /// The event was changed since the caller looked at it.
    PRECONDITION_FAILED,
    /// The user has no such booking here.
    BOOKING_NOT_FOUND,
    /// The ticket's booking is not confirmed, or was called off: it lets nobody in.
    TICKET_NOT_VALID,
    /// A booking with this id was made of something else, or by somebody else.
    BOOKING_MISMATCH,
    /// The booking is paid, or costs nothing.
    ALREADY_PAID,
    /// The booking was not paid in time, or it is over for another reason.
    BOOKING_EXPIRED,
    /// A payment of the booking is under way at a gateway.
    PAYMENT_UNDER_WAY,
    /// The event knows no such access code.
    WRONG_ACCESS_CODE,
    /// The event is inactive or cancelled, or its sales have not begun or are over.
    EVENT_NOT_ON_SALE,
    /// No such seat in this event.
    SEAT_NOT_FOUND,
    /// No such tier in this event.
    TIER_NOT_FOUND,
    /// The seat is for those only who give an access code that opens its tier.
    ACCESS_CODE_REQUIRED,
    /// A field's value is outside what this event's policy allows.
    INVALID_FIELD,
    /// Somebody else holds the seat, or it is reserved or blocked.
    SEAT_UNAVAILABLE,
    /// The caller would hold more seats at once than the policy allows.
    HOLD_LIMIT_REACHED,
    /// The caller would have more seats, held and reserved, than the policy allows.
    SEAT_LIMIT_REACHED,
    /// Fewer seats of the kind asked for are available than were asked for.
    NOT_ENOUGH_SEATS,
    /// The caller does not hold the seat.
    NOT_YOUR_HOLD,
    /// The caller's hold of the seat ended before this.
    HOLD_EXPIRED,
    /// The seat is held for a booking: pay or cancel that.
    SEAT_BOOKED,
    /// The hold was refreshed as often as the policy allows.
    REFRESH_LIMIT_REACHED,
    /// The seat has a price, and nobody has paid it.
    PAYMENT_REQUIRED,
    /// The event has as many blocks, each with another note, as it may.
    BLOCK_LIMIT_REACHED,
    /// An event with this id is listed already.
    EVENT_EXISTS,
    /// A venue with this id is there already.
    VENUE_EXISTS
}
