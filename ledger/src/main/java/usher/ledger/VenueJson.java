package usher.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Plan;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;

/// Venues as JSON, and where an event takes place, which is what it needs of one.
final class VenueJson {

    private VenueJson() {}

    static void write(Venue venue, JsonBytes out) {
        begin(venue.location(), out);
        SectionJson.writeUnpriced(venue.plan(), out.field("sections"));
        DetailsJson.writeTime("createdAt", venue.createdAt(), out);
        out.endObject();
    }

    static void write(Location location, JsonBytes out) {
        begin(location, out);
        out.endObject();
    }

    static Venue read(JsonReader json) {
        return Draft.read(json).venue();
    }

    static Location readLocation(JsonReader json) {
        return Draft.read(json).location();
    }

    private static void begin(Location location, JsonBytes out) {
        out.beginObject();
        out.field("id").value(location.venue().value());
        out.field("name").value(location.name());
        out.field("timeZone").value(location.timeZone());
        String address = location.address();
        if (address != null) out.field("address").value(address);
    }

    /// What was read so far.
    private static final class Draft {

        private @Nullable VenueId id;
        private @Nullable String name;
        private @Nullable String timeZone;
        private @Nullable String address;
        private @Nullable Plan plan;
        private @Nullable Instant createdAt;

        private static Draft read(JsonReader json) {
            FieldsSeen seen = new FieldsSeen();
            Draft draft = new Draft();
            for (boolean more = json.beginObject(); more; more = json.nextField()) {
                Field field = json.name(Field.WORDS);
                if (field != null) seen.add(field);
                draft.readField(field, json);
            }
            return draft;
        }

        private void readField(@Nullable Field field, JsonReader json) {
            switch (field) {
                case ID -> id = new VenueId(json.uuidValue());
                case NAME -> name = json.stringValue();
                case TIME_ZONE -> timeZone = json.stringValue();
                case ADDRESS -> address = json.stringValue();
                case SECTIONS -> plan = SectionJson.readUnpriced(json);
                case CREATED_AT -> createdAt = DetailsJson.readTime(json);
                case null, default -> json.skipValue();
            }
        }

        private Location location() {
            return new Location(
                    FieldsSeen.require(Field.ID, id),
                    FieldsSeen.require(Field.NAME, name),
                    FieldsSeen.require(Field.TIME_ZONE, timeZone),
                    address);
        }

        private Venue venue() {
            return new Venue(
                    location(),
                    FieldsSeen.require(Field.SECTIONS, plan),
                    FieldsSeen.require(Field.CREATED_AT, createdAt));
        }
    }
}
