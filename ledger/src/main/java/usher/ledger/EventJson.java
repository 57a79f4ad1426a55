package usher.ledger;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.plan.Plan;

/// The definition of an event as JSON. Times are RFC 3339, in UTC; what is unknown is left out.
final class EventJson {

    private EventJson() {}

    static void write(EventDefinition event, JsonBytes out) {
        out.beginObject();
        out.field("id").value(event.id().value());
        EventDetails details = event.details();
        out.field("name").value(details.name());
        String description = details.description();
        if (description != null) out.field("description").value(description);
        writeTime("startsAt", details.startsAt(), out);
        out.field("totalSeats").value(event.totalSeats());
        if (!event.plan().isPlain()) SectionJson.write(event.plan(), out.field("sections"));
        PolicyJson.write(details.policy(), out.field("policy"));
        writeTime("salesFrom", details.salesFrom(), out);
        writeTime("salesUntil", details.salesUntil(), out);
        List<AccessCode> codes = event.codes().all();
        if (!codes.isEmpty()) AccessCodeJson.write(codes, out.field("accessCodes"));
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

    /// What was read of one definition so far.
    private static final class Draft {

        private final FieldsSeen seen = new FieldsSeen();
        private @Nullable EventId id;
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable Instant startsAt;
        private int totalSeats;
        private @Nullable Plan sections;
        private AccessCodes codes = AccessCodes.NONE;
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
                case SECTIONS -> sections = SectionJson.read(json);
                case ACCESS_CODES -> codes = AccessCodeJson.read(json);
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
                    details(),
                    plan(),
                    codes,
                    FieldsSeen.require(Field.CREATED_AT, createdAt));
        }

        private Plan plan() {
            int total = seen.require(Field.TOTAL_SEATS, totalSeats);
            if (sections == null) return Plan.plain(total);
            if (sections.totalSeats() == total) return sections;
            throw new LedgerException(
                    "\"totalSeats\" is %d, and the sections have %d places"
                            .formatted(total, sections.totalSeats()));
        }

        private EventDetails details() {
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
