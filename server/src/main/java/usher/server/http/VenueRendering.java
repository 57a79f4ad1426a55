package usher.server.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Plan;
import usher.domain.plan.Tier;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.ledger.JsonBytes;

/// The JSON of venues.
final class VenueRendering {

    private static final int BYTES = 4096;

    private VenueRendering() {}

    /// A venue with its sections, in bytes of their own: there may be thousands of rows.
    static byte[] whole(Venue venue) {
        JsonBytes json = begin(new JsonBytes(BYTES), venue);
        PlanRendering.writeSections(json.field("sections"), venue.plan());
        return json.endObject().toByteArray();
    }

    /// A venue of a list: what it has, and not where.
    static void brief(JsonBytes json, Venue venue) {
        begin(json, venue).endObject();
    }

    /// What an event says of where it takes place, and what a clock there shows when it begins.
    ///
    /// @param startsAt null: not known yet
    static void location(JsonBytes json, Location location, @Nullable Instant startsAt) {
        if (startsAt != null) {
            json.field("startsAtLocal").value(LocalTimes.at(location, startsAt));
        }
        json.field("venueId").value(location.venue().value());
        json.field("venue").beginObject();
        writeLocation(json, location);
        json.endObject();
    }

    private static JsonBytes begin(JsonBytes json, Venue venue) {
        json.beginObject().field("id").value(venue.id().value());
        writeLocation(json, venue.location());
        Plan plan = venue.plan();
        json.field("totalSeats").value(plan.totalSeats());
        json.field("tiers").beginArray();
        for (Tier tier : plan.tiers()) {
            json.beginObject().field("name").value(tier.name());
            json.field("capacity").value(plan.capacity(tier));
            json.field("numbered").value(plan.isNumbered(tier)).endObject();
        }
        json.endArray();
        Timestamps.write(json.field("createdAt"), venue.createdAt().toEpochMilli());
        return json;
    }

    private static void writeLocation(JsonBytes json, Location location) {
        json.field("name").value(location.name());
        json.field("timeZone").value(location.timeZone());
        String address = location.address();
        if (address != null) json.field("address").value(address);
    }
}
