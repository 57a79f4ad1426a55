package usher.server.http;

import org.jspecify.annotations.Nullable;
import usher.domain.plan.Plan;
import usher.domain.venue.Venue;

/// Reads the places of a new event, which are given in one of three ways: `totalSeats`, `sections`,
/// or `venueId` with `prices`.
final class NewPlan {

    private NewPlan() {}

    /// The places of the event; null if something is wrong with them.
    ///
    /// @param venue that is named; null: none, or one that there is not
    static @Nullable Plan read(Fields event, @Nullable Venue venue) {
        if (event.has("venueId")) {
            refuse(event, "totalSeats", "must be left out where a venue is named");
            refuse(event, "sections", "must be left out where a venue is named");
            if (venue != null) return NewPrices.read(event, venue.plan());
            event.has("prices");
            if (event.isFine()) event.wrong("venueId", "is no venue that there is");
            return null;
        }
        refuse(event, "prices", "go with a venueId; sections have prices of their own");
        if (!event.has("sections")) {
            return Plan.plain(event.integer("totalSeats", 1, Plan.TOTAL_SEATS_MAX));
        }
        refuse(event, "totalSeats", "must be left out where sections are given");
        return NewSections.read(event, TierReader::priced);
    }

    private static void refuse(Fields event, String field, String reason) {
        if (event.has(field)) event.wrong(field, reason);
    }
}
