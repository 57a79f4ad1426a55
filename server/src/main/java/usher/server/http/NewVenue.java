package usher.server.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.venue.Location;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;

/// What the body of `POST /v1/venues` describes: a venue that has everything but its id and its
/// birthday.
record NewVenue(String name, String timeZone, @Nullable String address, Plan plan) {

    /// @throws Problem naming each field that is wrong
    static NewVenue read(byte[] body) {
        Fields fields = Fields.of(body);
        String name = fields.text("name", Location.NAME_LENGTH_MAX);
        String timeZone = timeZone(fields);
        String address = fields.optionalText("address", Location.ADDRESS_LENGTH_MAX);
        Plan plan = plan(fields);
        fields.done();
        if (plan == null) throw new IllegalStateException("no plan, and nothing was wrong");
        return new NewVenue(name, timeZone, address, plan);
    }

    /// The venue, created at `atMillis`.
    Venue venue(VenueId id, long atMillis) {
        Location location = new Location(id, name, timeZone, address);
        return new Venue(location, plan, Instant.ofEpochMilli(atMillis));
    }

    private static String timeZone(Fields fields) {
        String name = fields.text("timeZone", Location.TIME_ZONE_LENGTH_MAX);
        if (!name.isBlank() && !ZoneId.getAvailableZoneIds().contains(name)) {
            fields.wrong("timeZone", "must be a time zone of the IANA, such as Europe/Berlin");
        }
        return name;
    }

    private static @Nullable Plan plan(Fields fields) {
        if (!fields.has("tiers")) return NewSections.read(fields, TierReader::unpriced);
        if (fields.has("sections")) {
            fields.wrong("tiers", "must be left out where sections are given");
        }
        Fields tiers = fields.optionalObject("tiers");
        return tiers == null ? null : areas(fields, tiers);
    }

    /// A general admission area for each tier, of the same name.
    private static @Nullable Plan areas(Fields fields, Fields tiers) {
        List<Section> areas = new ArrayList<>();
        long places = 0;
        for (String tier : tiers.names()) {
            int capacity = tiers.integer(tier, 1, Plan.TOTAL_SEATS_MAX);
            if (!isName(tier)) fields.wrong("tiers", "must have names of 1 to 100 characters");
            if (!fields.isFine()) continue;
            places += capacity;
            areas.add(GeneralAdmission.of(tier, Tier.unpriced(tier), capacity, null));
        }
        if (places > Plan.TOTAL_SEATS_MAX) {
            fields.wrong("tiers", "have %d places; 100000 at most".formatted(places));
        } else if (areas.size() > Plan.SECTIONS_MAX || tiers.names().isEmpty()) {
            fields.wrong("tiers", "must be 1 to 1000");
        }
        return fields.isFine() ? Plan.of(areas) : null;
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= Section.NAME_LENGTH_MAX
                && Fields.isStorable(text);
    }
}
