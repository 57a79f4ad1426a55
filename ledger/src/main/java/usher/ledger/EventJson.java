package usher.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.plan.Plan;
import usher.domain.venue.Location;

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
        DetailsJson.writeTime("startsAt", details.startsAt(), out);
        Location location = event.location();
        if (location != null) VenueJson.write(location, out.field("venue"));
        out.field("totalSeats").value(event.totalSeats());
        if (!event.plan().isPlain()) SectionJson.write(event.plan(), out.field("sections"));
        PolicyJson.write(details.policy(), out.field("policy"));
        DetailsJson.writeTime("salesFrom", details.salesFrom(), out);
        DetailsJson.writeTime("salesUntil", details.salesUntil(), out);
        List<AccessCode> codes = event.codes().all();
        if (!codes.isEmpty()) AccessCodeJson.write(codes, out.field("accessCodes"));
        DetailsJson.writeTime("createdAt", event.createdAt(), out);
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

    /// What was read of one definition so far.
    private static final class Draft {

        private final FieldsSeen seen = new FieldsSeen();
        private final DetailsJson.Draft details = new DetailsJson.Draft();
        private @Nullable EventId id;
        private int totalSeats;
        private @Nullable Plan sections;
        private AccessCodes codes = AccessCodes.NONE;
        private @Nullable Location location;
        private @Nullable Instant createdAt;

        private void readField(@Nullable Field field, JsonReader json) {
            switch (field) {
                case ID -> id = new EventId(json.uuidValue());
                case TOTAL_SEATS -> totalSeats = json.intValue();
                case VENUE -> location = VenueJson.readLocation(json);
                case SECTIONS -> sections = SectionJson.read(json);
                case ACCESS_CODES -> codes = AccessCodeJson.read(json);
                case CREATED_AT -> createdAt = DetailsJson.readTime(json);
                case null -> json.skipValue();
                default -> {
                    if (!details.readField(field, json)) json.skipValue();
                }
            }
        }

        private EventDefinition event() {
            return new EventDefinition(
                    FieldsSeen.require(Field.ID, id),
                    details.details(),
                    plan(),
                    codes,
                    FieldsSeen.require(Field.CREATED_AT, createdAt),
                    location);
        }

        private Plan plan() {
            int total = seen.require(Field.TOTAL_SEATS, totalSeats);
            if (sections == null) return Plan.plain(total);
            if (sections.totalSeats() == total) return sections;
            throw new LedgerException(
                    "\"totalSeats\" is %d, and the sections have %d places"
                            .formatted(total, sections.totalSeats()));
        }
    }
}
