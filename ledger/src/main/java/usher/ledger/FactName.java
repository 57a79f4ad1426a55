package usher.ledger;

/// How each kind of fact is called in stored entries, for ever.
///
/// The names do not depend on those of the classes, which may change.
enum FactName {
    SEATS_HELD("SeatsHeld"),
    HOLDS_REFRESHED("HoldsRefreshed"),
    HOLDS_RELEASED("HoldsReleased"),
    HOLDS_EXPIRED("HoldsExpired"),
    SEATS_RESERVED("SeatsReserved"),
    BOOKING_MADE("BookingMade"),
    PAYMENT_STARTED("PaymentStarted"),
    PAYMENT_OPENED("PaymentOpened"),
    PAYMENT_SUCCEEDED("PaymentSucceeded"),
    PAYMENT_FAILED("PaymentFailed"),
    PAYMENT_REFUNDED("PaymentRefunded"),
    BOOKING_CONFIRMED("BookingConfirmed"),
    BOOKING_ENDED("BookingEnded"),
    BOOKINGS_EXPIRED("BookingsExpired"),
    TICKET_CHECKED_IN("TicketCheckedIn"),
    BOOKING_RESTATED("BookingRestated"),
    SEATS_BLOCKED("SeatsBlocked"),
    SEATS_UNBLOCKED("SeatsUnblocked"),
    EVENT_OPENED("EventOpened"),
    EVENT_CHANGED("EventChanged"),
    STATUS_CHANGED("StatusChanged"),
    LISTING_CONFIRMED("ListingConfirmed"),
    EVENT_RESTATED("EventRestated"),
    EVENT_LISTED("EventListed"),
    LISTING_CHANGED("ListingChanged"),
    VENUE_ADDED("VenueAdded"),
    SEATS_RESTATED("SeatsRestated"),
    KEYS_RESTATED("KeysRestated");

    static final Words<FactName> WORDS = Words.of(values(), name -> name.word);

    private final String word;

    /// The beginning of such a fact, up to its time.
    final String opening;

    FactName(String word) {
        this.word = word;
        opening = "{\"fact\":\"" + word + "\",\"at\":";
    }

    @Override
    public String toString() {
        return word;
    }
}
