package usher.ledger;

import org.jspecify.annotations.Nullable;
import usher.domain.event.EventDetails;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;

/// What the list shows of an event, as JSON.
final class ListingJson {

    static final Words<EventStatus> STATUS = Words.of(EventStatus.values(), EventStatus::name);

    private ListingJson() {}

    static void write(Listing listing, JsonBytes out) {
        out.beginObject();
        DetailsJson.write(listing.details(), out.field("details"));
        out.field("status").plain(listing.status().name());
        out.field("revision").value(listing.revision());
        out.field("changedAt").value(listing.changedAtMillis());
        out.endObject();
    }

    static Listing read(JsonReader json) {
        FieldsSeen seen = new FieldsSeen();
        @Nullable EventDetails details = null;
        @Nullable String status = null;
        long revision = 0;
        long changedAt = 0;
        for (boolean more = json.beginObject(); more; more = json.nextField()) {
            Field field = json.name(Field.WORDS);
            if (field != null) seen.add(field);
            switch (field) {
                case DETAILS -> details = DetailsJson.read(json);
                case STATUS -> status = json.stringValue();
                case REVISION -> revision = json.longValue();
                case CHANGED_AT -> changedAt = json.longValue();
                case null, default -> json.skipValue();
            }
        }
        return new Listing(
                FieldsSeen.require(Field.DETAILS, details),
                STATUS.require(Field.STATUS, status),
                seen.require(Field.REVISION, revision),
                seen.require(Field.CHANGED_AT, changedAt));
    }
}
