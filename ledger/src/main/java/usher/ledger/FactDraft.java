package usher.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.KeysRestated;
import usher.domain.RememberedKey;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.blocking.SeatsBlocked;
import usher.domain.blocking.SeatsUnblocked;
import usher.domain.catalog.EventListed;
import usher.domain.catalog.ListingChanged;
import usher.domain.catalog.VenueAdded;
import usher.domain.event.EventChanged;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.event.Listing;
import usher.domain.event.ListingConfirmed;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.SeatsReserved;
import usher.domain.selling.TicketCheckedIn;
import usher.domain.venue.Venue;

/// What was read of one fact so far. Fields come in any order, so the fact is made at the end.
final class FactDraft {

    private static final Words<SeatStatus> SEAT_STATUS =
            Words.of(SeatStatus.values(), SeatStatus::name);

    private final FieldsSeen seen = new FieldsSeen();
    private @Nullable FactName name;
    private long at;
    private @Nullable UserId by;
    private @Nullable String request;
    private @Nullable IdempotencyKey once;
    private @Nullable UserId user;
    private @Nullable SeatSet seats;
    private long until;
    private @Nullable EventDefinition event;
    private @Nullable String status;
    private @Nullable UserId owner;
    private long since;
    private int refreshesUsed;
    private @Nullable List<RememberedKey> keys;
    private final BookingJson.Draft booking = new BookingJson.Draft();
    private @Nullable String note;
    private @Nullable EventId id;
    private @Nullable EventDetails details;
    private @Nullable Listing listing;
    private long revision;
    private @Nullable Venue venue;
    private boolean policyChanged;
    private long confirmed;

    /// The fact that is the next value of `json`.
    static Fact read(JsonReader json) {
        FactDraft draft = new FactDraft();
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) draft.seen.add(field);
            draft.readField(field, json);
        }
        return draft.fact();
    }

    private void readField(@Nullable Field field, JsonReader json) {
        switch (field) {
            case FACT -> name = json.word(FactName.WORDS);
            case AT -> at = json.longValue();
            case BY -> by = new UserId(json.uuidValue());
            case REQUEST -> request = json.stringValue();
            case ONCE -> once = KeyJson.readKey(json);
            case USER -> user = new UserId(json.uuidValue());
            case SEATS -> seats = SeatsJson.read(json);
            case UNTIL -> until = json.longValue();
            case EVENT -> event = EventJson.read(json);
            case STATUS -> status = json.stringValue();
            case OWNER -> owner = new UserId(json.uuidValue());
            case SINCE -> since = json.longValue();
            case REFRESHES_USED -> refreshesUsed = json.intValue();
            case KEYS -> keys = KeyJson.readRemembered(json);
            case NOTE -> note = json.stringValue();
            case ID -> id = new EventId(json.uuidValue());
            case DETAILS -> details = DetailsJson.read(json);
            case LISTING -> listing = ListingJson.read(json);
            case VENUE -> venue = VenueJson.read(json);
            case REVISION -> revision = json.longValue();
            case POLICY_CHANGED -> policyChanged = json.booleanValue();
            case CONFIRMED -> confirmed = json.longValue();
            case null -> json.skipValue();
            default -> {
                if (!booking.readField(field, json)) json.skipValue();
            }
        }
    }

    private Fact fact() {
        return switch (FieldsSeen.require(Field.FACT, name)) {
            case SEATS_HELD -> new SeatsHeld(cause(), user(), seats(), until());
            case HOLDS_REFRESHED -> new HoldsRefreshed(cause(), seats(), until());
            case HOLDS_RELEASED -> new HoldsReleased(cause(), seats());
            case HOLDS_EXPIRED -> new HoldsExpired(cause(), seats());
            case SEATS_RESERVED ->
                    new SeatsReserved(cause(), user(), seats(), booking.bookingOrNull());
            case BOOKING_MADE -> bookingMade();
            case PAYMENT_STARTED, PAYMENT_OPENED, PAYMENT_REFUNDED -> paymentFact();
            case PAYMENT_SUCCEEDED, PAYMENT_FAILED -> paymentFact();
            case BOOKING_CONFIRMED -> new BookingConfirmed(cause(), booking.booking());
            case BOOKING_ENDED ->
                    new BookingEnded(cause(), booking.booking(), status(BookingJson.STATUS));
            case BOOKINGS_EXPIRED -> new BookingsExpired(cause(), booking.bookings());
            case TICKET_CHECKED_IN ->
                    new TicketCheckedIn(cause(), booking.booking(), booking.seat(seen));
            case BOOKING_RESTATED -> bookingRestated();
            case SEATS_BLOCKED -> new SeatsBlocked(cause(), seats(), note());
            case SEATS_UNBLOCKED -> new SeatsUnblocked(cause(), seats());
            case EVENT_OPENED -> new EventOpened(cause(), event());
            case STATUS_CHANGED -> new StatusChanged(cause(), status(ListingJson.STATUS));
            case EVENT_CHANGED -> new EventChanged(cause(), details());
            case LISTING_CONFIRMED -> new ListingConfirmed(cause(), revision());
            case EVENT_RESTATED -> restated();
            case LISTING_CHANGED -> new ListingChanged(cause(), id(), listing());
            case VENUE_ADDED -> new VenueAdded(cause(), FieldsSeen.require(Field.VENUE, venue));
            case EVENT_LISTED -> new EventListed(cause(), event());
            case SEATS_RESTATED -> new SeatsRestated(cause(), seats(), record());
            case KEYS_RESTATED -> new KeysRestated(cause(), keys());
        };
    }

    private Fact paymentFact() {
        return booking.payment()
                .fact(FieldsSeen.require(Field.FACT, name), cause(), booking.booking());
    }

    private BookingMade bookingMade() {
        return new BookingMade(
                cause(),
                booking.booking(),
                user(),
                seats(),
                booking.total(),
                booking.asked(),
                until());
    }

    private BookingRestated bookingRestated() {
        long madeAt = seen.require(Field.SINCE, since);
        return new BookingRestated(
                cause(),
                booking.restated(user(), seats(), status(BookingJson.STATUS), madeAt, until()));
    }

    private Cause cause() {
        long atMillis = seen.require(Field.AT, at);
        return new Cause(atMillis, by, FieldsSeen.require(Field.REQUEST, request), once);
    }

    private UserId user() {
        return FieldsSeen.require(Field.USER, user == null ? by : user);
    }

    private SeatSet seats() {
        return FieldsSeen.require(Field.SEATS, seats);
    }

    private long until() {
        return seen.require(Field.UNTIL, until);
    }

    private EventDefinition event() {
        return FieldsSeen.require(Field.EVENT, event);
    }

    private <E extends Enum<E>> E status(Words<E> words) {
        return words.require(Field.STATUS, status);
    }

    private EventId id() {
        return FieldsSeen.require(Field.ID, id);
    }

    private EventDetails details() {
        return FieldsSeen.require(Field.DETAILS, details);
    }

    private Listing listing() {
        return FieldsSeen.require(Field.LISTING, listing);
    }

    private long revision() {
        return seen.require(Field.REVISION, revision);
    }

    private EventRestated restated() {
        return new EventRestated(
                cause(), listing(), policyChanged, seen.require(Field.CONFIRMED, confirmed));
    }

    /// The times and counts that are 0 are not written.
    private SeatRecord record() {
        return new SeatRecord(status(SEAT_STATUS), owner, since, until, refreshesUsed);
    }

    private String note() {
        return FieldsSeen.require(Field.NOTE, note);
    }

    private List<RememberedKey> keys() {
        return FieldsSeen.require(Field.KEYS, keys);
    }
}
