package usher.ledger;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;

/// What an organizer says of an event, as JSON. Times are RFC 3339, in UTC; what is unknown is left
/// out.
final class DetailsJson {

    private DetailsJson() {}

    static void write(EventDetails details, JsonBytes out) {
        out.beginObject();
        out.field("name").value(details.name());
        String description = details.description();
        if (description != null) out.field("description").value(description);
        writeTime("startsAt", details.startsAt(), out);
        PolicyJson.write(details.policy(), out.field("policy"));
        writeTime("salesFrom", details.salesFrom(), out);
        writeTime("salesUntil", details.salesUntil(), out);
        out.endObject();
    }

    static EventDetails read(JsonReader json) {
        FieldsSeen seen = new FieldsSeen();
        Draft draft = new Draft();
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) seen.add(field);
            if (field == null || !draft.readField(field, json)) json.skipValue();
        }
        return draft.details();
    }

    static void writeTime(String name, @Nullable Instant time, JsonBytes out) {
        if (time != null) out.field(name).plain(time.toString());
    }

    static Instant readTime(JsonReader json) {
        String text = json.stringValue();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new LedgerException("not a time of RFC 3339: " + text, e);
        }
    }

    /// What was read so far.
    static final class Draft {

        private @Nullable String name;
        private @Nullable String description;
        private @Nullable Instant startsAt;
        private @Nullable Policy policy;
        private @Nullable Instant salesFrom;
        private @Nullable Instant salesUntil;

        /// Reads the value of `field`; false if it says nothing of this.
        boolean readField(Field field, JsonReader json) {
            switch (field) {
                case NAME -> name = json.stringValue();
                case DESCRIPTION -> description = json.stringValue();
                case STARTS_AT -> startsAt = readTime(json);
                case POLICY -> policy = PolicyJson.read(json);
                case SALES_FROM -> salesFrom = readTime(json);
                case SALES_UNTIL -> salesUntil = readTime(json);
                default -> {
                    return false;
                }
            }
            return true;
        }

        EventDetails details() {
            return new EventDetails(
                    FieldsSeen.require(Field.NAME, name),
                    description,
                    startsAt,
                    salesFrom,
                    salesUntil,
                    FieldsSeen.require(Field.POLICY, policy));
        }
    }
}
