package usher.ledger;

/// The fields that facts and their parts have in stored entries, for ever.
///
/// One name means the same, and has the same type, wherever it stands.
enum Field {
    FACT("fact"),
    AT("at"),
    BY("by"),
    REQUEST("request"),
    ONCE("once"),
    USER("user"),
    SEATS("seats"),
    UNTIL("until"),
    EVENT("event"),
    STATUS("status"),
    OWNER("owner"),
    SINCE("since"),
    REFRESHES_USED("refreshesUsed"),
    KEYS("keys"),
    NOTE("note"),

    KEY("key"),
    BODY("body"),
    VERSION("version"),

    ID("id"),
    NAME("name"),
    DESCRIPTION("description"),
    STARTS_AT("startsAt"),
    TOTAL_SEATS("totalSeats"),
    POLICY("policy"),
    SALES_FROM("salesFrom"),
    SALES_UNTIL("salesUntil"),
    CREATED_AT("createdAt"),

    VENUE("venue"),
    TIME_ZONE("timeZone"),
    ADDRESS("address"),

    BOOKING("booking"),
    BOOKINGS("bookings"),
    PLACE("place"),
    TOTAL("total"),
    ASKED("asked"),
    PAYMENT("payment"),
    PAYMENT_STATUS("paymentStatus"),
    PROVIDER("provider"),
    REFERENCE("reference"),
    CHECKOUT_URL("checkoutUrl"),
    DUE("due"),
    CHECK_INS("checkIns"),

    DETAILS("details"),
    LISTING("listing"),
    REVISION("revision"),
    CHANGED_AT("changedAt"),
    POLICY_CHANGED("policyChanged"),
    CONFIRMED("confirmed"),

    SECTIONS("sections"),
    TIER("tier"),
    PRICE("price"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    CAPACITY("capacity"),
    ROWS("rows"),
    SEATS_PER_ROW("seatsPerRow"),
    SEATS_IN_ROW("seatsInRow"),
    FIRST_ROW("firstRow"),
    ROW_LABELS("rowLabels"),
    FIRST_SEAT("firstSeat"),
    AISLES("aisles"),
    ACCESSIBLE("accessible"),
    X("x"),
    Y("y"),

    ACCESS_CODES("accessCodes"),
    HASH("hash"),
    TIERS("tiers"),

    HOLD_SECONDS("holdSeconds"),
    REFRESHES_MAX("refreshesMax"),
    HELD_SEATS_PER_USER("heldSeatsPerUser"),
    SEATS_PER_USER("seatsPerUser"),
    BOOKING_MINUTES("bookingMinutes");

    static final Words<Field> WORDS = Words.of(values(), field -> field.word);

    private final String word;

    Field(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
