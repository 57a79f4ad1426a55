package usher.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.IdempotencyKey;
import usher.domain.KeysRestated;
import usher.domain.RememberedKey;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventOpened;
import usher.domain.event.EventStatus;
import usher.domain.event.StatusChanged;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.HoldsRefreshed;
import usher.domain.holding.HoldsReleased;
import usher.domain.holding.SeatsHeld;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatsRestated;
import usher.domain.selling.SeatsReserved;

/// What was read of one fact so far. Fields come in any order, so the fact is made at the end.
final class FactDraft {

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

    /// The fact that is the next value of `json`.
    Fact read(JsonReader json) {
        clear();
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) seen.add(field);
            readField(field, json);
        }
        return fact();
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
            case null, default -> json.skipValue();
        }
    }

    private Fact fact() {
        return switch (FieldsSeen.require(Field.FACT, name)) {
            case SEATS_HELD -> new SeatsHeld(cause(), user(), seats(), until());
            case HOLDS_REFRESHED -> new HoldsRefreshed(cause(), seats(), until());
            case HOLDS_RELEASED -> new HoldsReleased(cause(), seats());
            case HOLDS_EXPIRED -> new HoldsExpired(cause(), seats());
            case SEATS_RESERVED -> new SeatsReserved(cause(), user(), seats());
            case EVENT_OPENED -> new EventOpened(cause(), event());
            case STATUS_CHANGED -> new StatusChanged(cause(), EventStatus.valueOf(status()));
            case EVENT_LISTED -> new EventListed(cause(), event());
            case SEATS_RESTATED -> new SeatsRestated(cause(), seats(), record());
            case KEYS_RESTATED -> new KeysRestated(cause(), keys());
        };
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

    private String status() {
        return FieldsSeen.require(Field.STATUS, status);
    }

    /// The times and counts that are 0 are not written.
    private SeatRecord record() {
        return new SeatRecord(SeatStatus.valueOf(status()), owner, since, until, refreshesUsed);
    }

    private List<RememberedKey> keys() {
        return FieldsSeen.require(Field.KEYS, keys);
    }

    private void clear() {
        seen.clear();
        name = null;
        at = 0;
        by = null;
        request = null;
        once = null;
        user = null;
        seats = null;
        until = 0;
        event = null;
        status = null;
        owner = null;
        since = 0;
        refreshesUsed = 0;
        keys = null;
    }
}
