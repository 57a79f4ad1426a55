package usher.ledger;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.domain.event.Policy;

/// The definition of an event as JSON. Times are RFC 3339, in UTC; what is unknown is left out.
final class EventJson {

    private EventJson() {}

    static void write(EventDefinition event, JsonBytes out) {
        out.beginObject();
        out.field("id").value(event.id().value());
        out.field("name").value(event.name());
        String description = event.description();
        if (description != null) out.field("description").value(description);
        writeTime("startsAt", event.startsAt(), out);
        out.field("totalSeats").value(event.totalSeats());
        PolicyJson.write(event.policy(), out.field("policy"));
        writeTime("salesFrom", event.salesFrom(), out);
        writeTime("salesUntil", event.salesUntil(), out);
        writeTime("createdAt", event.createdAt(), out);
        out.endObject();
    }

    static EventDefinition read(JsonReader json) {
        Draft draft = new Draft();
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) draft.seen.add(field);
            draft.readField(field, json);
        }
        return draft.event();
    }

    private static void writeTime(String name, @Nullable Instant time, JsonBytes out) {
        if (time != null) out.field(name).plain(time.toString());
    }

    private static Instant readTime(JsonReader json) {
        String text = json.stringValue();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new LedgerException("not a time of RFC 3339: " + text, e);
        }
    }

    /// What was read of one definition so far.
    private static final class Draft {

        private final FieldsSeen seen = new FieldsSeen();
        private @Nullable EventId id;
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable Instant startsAt;
        private int totalSeats;
        private @Nullable Policy policy;
        private @Nullable Instant salesFrom;
        private @Nullable Instant salesUntil;
        private @Nullable Instant createdAt;

        private void readField(@Nullable Field field, JsonReader json) {
            switch (field) {
                case ID -> id = new EventId(json.uuidValue());
                case NAME -> name = json.stringValue();
                case DESCRIPTION -> description = json.stringValue();
                case STARTS_AT -> startsAt = readTime(json);
                case TOTAL_SEATS -> totalSeats = json.intValue();
                case POLICY -> policy = PolicyJson.read(json);
                case SALES_FROM -> salesFrom = readTime(json);
                case SALES_UNTIL -> salesUntil = readTime(json);
                case CREATED_AT -> createdAt = readTime(json);
                case null, default -> json.skipValue();
            }
        }

        private EventDefinition event() {
            return new EventDefinition(
                    FieldsSeen.require(Field.ID, id),
                    FieldsSeen.require(Field.NAME, name),
                    description,
                    startsAt,
                    seen.require(Field.TOTAL_SEATS, totalSeats),
                    FieldsSeen.require(Field.POLICY, policy),
                    salesFrom,
                    salesUntil,
                    FieldsSeen.require(Field.CREATED_AT, createdAt));
        }
    }
}
