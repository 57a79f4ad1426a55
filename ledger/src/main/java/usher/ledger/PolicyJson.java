package usher.ledger;

import java.util.EnumMap;
import java.util.Map;
import usher.domain.event.Policy;

/// What an event allows its buyers, as JSON. Every limit that there is today must be there.
final class PolicyJson {

    private PolicyJson() {}

    static void write(Policy policy, JsonBytes out) {
        out.beginObject();
        out.field("holdSeconds").value(policy.holdSeconds());
        out.field("refreshesMax").value(policy.refreshesMax());
        out.field("heldSeatsPerUser").value(policy.heldSeatsPerUser());
        out.field("seatsPerUser").value(policy.seatsPerUser());
        out.field("bookingMinutes").value(policy.bookingMinutes());
        out.endObject();
    }

    static Policy read(JsonReader json) {
        FieldsSeen seen = new FieldsSeen();
        Map<Field, Integer> limits = new EnumMap<>(Field.class);
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) seen.add(field);
            switch (field) {
                case HOLD_SECONDS,
                        REFRESHES_MAX,
                        HELD_SEATS_PER_USER,
                        SEATS_PER_USER,
                        BOOKING_MINUTES ->
                        limits.put(field, json.intValue());
                case null, default -> json.skipValue();
            }
        }
        return new Policy(
                required(Field.HOLD_SECONDS, limits),
                required(Field.REFRESHES_MAX, limits),
                required(Field.HELD_SEATS_PER_USER, limits),
                required(Field.SEATS_PER_USER, limits),
                required(Field.BOOKING_MINUTES, limits));
    }

    private static int required(Field limit, Map<Field, Integer> limits) {
        return FieldsSeen.require(limit, limits.get(limit));
    }
}
