package usher.ledger;

import static usher.ledger.FactName.BOOKINGS_EXPIRED;
import static usher.ledger.FactName.BOOKING_CONFIRMED;
import static usher.ledger.FactName.BOOKING_ENDED;
import static usher.ledger.FactName.BOOKING_MADE;
import static usher.ledger.FactName.BOOKING_RESTATED;
import static usher.ledger.FactName.EVENT_CHANGED;
import static usher.ledger.FactName.EVENT_LISTED;
import static usher.ledger.FactName.EVENT_OPENED;
import static usher.ledger.FactName.EVENT_RESTATED;
import static usher.ledger.FactName.HOLDS_EXPIRED;
import static usher.ledger.FactName.HOLDS_REFRESHED;
import static usher.ledger.FactName.HOLDS_RELEASED;
import static usher.ledger.FactName.KEYS_RESTATED;
import static usher.ledger.FactName.LISTING_CHANGED;
import static usher.ledger.FactName.LISTING_CONFIRMED;
import static usher.ledger.FactName.PAYMENT_FAILED;
import static usher.ledger.FactName.PAYMENT_OPENED;
import static usher.ledger.FactName.PAYMENT_REFUNDED;
import static usher.ledger.FactName.PAYMENT_STARTED;
import static usher.ledger.FactName.PAYMENT_SUCCEEDED;
import static usher.ledger.FactName.SEATS_BLOCKED;
import static usher.ledger.FactName.SEATS_HELD;
import static usher.ledger.FactName.SEATS_RESERVED;
import static usher.ledger.FactName.SEATS_RESTATED;
import static usher.ledger.FactName.SEATS_UNBLOCKED;
import static usher.ledger.FactName.STATUS_CHANGED;
import static usher.ledger.FactName.TICKET_CHECKED_IN;
import static usher.ledger.FactName.VENUE_ADDED;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.KeysRestated;
import usher.domain.UserId;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;

/// Writes one fact as JSON. What it writes is kept for ever: golden files hold it to that.
final class FactWriter {

    private FactWriter() {}

    static void write(Fact fact, JsonBytes out) {
        switch (fact) {
            case SeatsHeld f -> write(f, out);
            case HoldsRefreshed f -> write(f, out);
            case HoldsReleased f -> write(f, out);
            case HoldsExpired f -> write(f, out);
            case SeatsReserved f -> write(f, out);
            case BookingMade f -> write(f, out);
            case PaymentStarted f -> write(f, out);
            case PaymentOpened f -> write(f, out);
            case PaymentSucceeded f -> write(f, out);
            case PaymentFailed f -> write(f, out);
            case PaymentRefunded f -> write(f, out);
            case BookingConfirmed f -> write(f, out);
            case BookingEnded f -> write(f, out);
            case BookingsExpired f -> write(f, out);
            case TicketCheckedIn f -> write(f, out);
            case BookingRestated f -> write(f, out);
            case SeatsBlocked f -> write(f, out);
            case SeatsUnblocked f -> write(f, out);
            case EventOpened f -> write(f, out);
            case EventChanged f -> write(f, out);
            case StatusChanged f -> write(f, out);
            case ListingConfirmed f -> write(f, out);
            case EventRestated f -> write(f, out);
            case EventListed f -> write(f, out);
            case ListingChanged f -> write(f, out);
            case VenueAdded f -> write(f, out);
            case SeatsRestated f -> write(f, out);
            case KeysRestated f -> write(f, out);
        }
        out.endObject();
    }

    private static void write(SeatsHeld fact, JsonBytes out) {
        begin(SEATS_HELD, fact.cause(), out);
        user(fact.user(), fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
        out.field("until").value(fact.untilMillis());
    }

    private static void write(HoldsRefreshed fact, JsonBytes out) {
        begin(HOLDS_REFRESHED, fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
        out.field("until").value(fact.untilMillis());
    }

    private static void write(HoldsReleased fact, JsonBytes out) {
        begin(HOLDS_RELEASED, fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
    }

    private static void write(HoldsExpired fact, JsonBytes out) {
        begin(HOLDS_EXPIRED, fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
    }

    private static void write(SeatsReserved fact, JsonBytes out) {
        begin(SEATS_RESERVED, fact.cause(), out);
        user(fact.user(), fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
        BookingId booking = fact.booking();
        if (booking != null) out.field("booking").value(booking.value());
    }

    private static void write(BookingMade fact, JsonBytes out) {
        begin(BOOKING_MADE, fact.booking(), fact.cause(), out);
        user(fact.user(), fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
        BookingJson.writeTotal(fact.amount(), out);
        BookingJson.writeAsked(fact.asked(), out);
        out.field("until").value(fact.untilMillis());
    }

    private static void write(PaymentStarted fact, JsonBytes out) {
        begin(PAYMENT_STARTED, fact.booking(), fact.cause(), out);
        PaymentJson.write(fact.payment(), fact.provider(), out);
    }

    private static void write(PaymentOpened fact, JsonBytes out) {
        begin(PAYMENT_OPENED, fact.booking(), fact.cause(), out);
        out.field("payment").value(fact.payment());
        PaymentJson.writeOpened(fact.reference(), fact.checkoutUrl(), out);
    }

    private static void write(PaymentRefunded fact, JsonBytes out) {
        begin(PAYMENT_REFUNDED, fact.booking(), fact.cause(), out);
        out.field("payment").value(fact.payment());
    }

    private static void write(PaymentSucceeded fact, JsonBytes out) {
        begin(PAYMENT_SUCCEEDED, fact.booking(), fact.cause(), out);
        PaymentJson.write(fact.payment(), fact.provider(), out);
    }

    private static void write(PaymentFailed fact, JsonBytes out) {
        begin(PAYMENT_FAILED, fact.booking(), fact.cause(), out);
        PaymentJson.write(fact.payment(), fact.provider(), out);
    }

    private static void write(BookingConfirmed fact, JsonBytes out) {
        begin(BOOKING_CONFIRMED, fact.booking(), fact.cause(), out);
    }

    private static void write(BookingEnded fact, JsonBytes out) {
        begin(BOOKING_ENDED, fact.booking(), fact.cause(), out);
        out.field("status").plain(fact.status().name());
    }

    private static void write(BookingsExpired fact, JsonBytes out) {
        begin(BOOKINGS_EXPIRED, fact.cause(), out);
        BookingJson.write(fact.bookings(), out, "bookings");
    }

    private static void write(TicketCheckedIn fact, JsonBytes out) {
        begin(TICKET_CHECKED_IN, fact.booking(), fact.cause(), out);
        out.field("place").value(fact.seat());
    }

    private static void write(BookingRestated fact, JsonBytes out) {
        begin(BOOKING_RESTATED, fact.cause(), out);
        BookingJson.writeFields(fact.booking(), out);
    }

    private static void write(SeatsBlocked fact, JsonBytes out) {
        begin(SEATS_BLOCKED, fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
        out.field("note").value(fact.note());
    }

    private static void write(SeatsUnblocked fact, JsonBytes out) {
        begin(SEATS_UNBLOCKED, fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
    }

    private static void write(EventOpened fact, JsonBytes out) {
        begin(EVENT_OPENED, fact.cause(), out);
        EventJson.write(fact.event(), out.field("event"));
    }

    private static void write(EventChanged fact, JsonBytes out) {
        begin(EVENT_CHANGED, fact.cause(), out);
        DetailsJson.write(fact.details(), out.field("details"));
    }

    private static void write(ListingConfirmed fact, JsonBytes out) {
        begin(LISTING_CONFIRMED, fact.cause(), out);
        out.field("revision").value(fact.revision());
    }

    private static void write(EventRestated fact, JsonBytes out) {
        begin(EVENT_RESTATED, fact.cause(), out);
        ListingJson.write(fact.listing(), out.field("listing"));
        out.field("policyChanged").value(fact.policyChanged());
        out.field("confirmed").value(fact.confirmed());
    }

    private static void write(ListingChanged fact, JsonBytes out) {
        begin(LISTING_CHANGED, fact.cause(), out);
        out.field("id").value(fact.event().value());
        ListingJson.write(fact.listing(), out.field("listing"));
    }

    private static void write(VenueAdded fact, JsonBytes out) {
        begin(VENUE_ADDED, fact.cause(), out);
        VenueJson.write(fact.venue(), out.field("venue"));
    }

    private static void write(StatusChanged fact, JsonBytes out) {
        begin(STATUS_CHANGED, fact.cause(), out);
        out.field("status").plain(fact.status().name());
    }

    private static void write(EventListed fact, JsonBytes out) {
        begin(EVENT_LISTED, fact.cause(), out);
        EventJson.write(fact.event(), out.field("event"));
    }

    /// What a record leaves at 0 is left out.
    private static void write(SeatsRestated fact, JsonBytes out) {
        begin(SEATS_RESTATED, fact.cause(), out);
        SeatsJson.write(fact.seats(), out.field("seats"));
        SeatRecord record = fact.record();
        out.field("status").plain(record.status().name());
        UserId owner = record.owner();
        if (owner != null) out.field("owner").value(owner.value());
        if (record.sinceMillis() != 0) out.field("since").value(record.sinceMillis());
        if (record.untilMillis() != 0) out.field("until").value(record.untilMillis());
        if (record.refreshesUsed() != 0) out.field("refreshesUsed").value(record.refreshesUsed());
    }

    private static void write(KeysRestated fact, JsonBytes out) {
        begin(KEYS_RESTATED, fact.cause(), out);
        KeyJson.write(fact.keys(), out.field("keys"));
    }

    private static void begin(FactName name, BookingId booking, Cause cause, JsonBytes out) {
        begin(name, cause, out);
        out.field("booking").value(booking.value());
    }

    private static void begin(FactName name, Cause cause, JsonBytes out) {
        out.opening(name.opening).value(cause.atMillis());
        UserId by = cause.by();
        if (by != null) out.field("by").value(by.value());
        out.field("request").plain(cause.request());
        IdempotencyKey once = cause.once();
        if (once != null) KeyJson.write(once, out.field("once"));
    }

    private static void user(UserId user, Cause cause, JsonBytes out) {
        if (!user.equals(cause.by())) out.field("user").value(user.value());
    }
}
