package usher.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.plan.Plan;
import usher.domain.venue.Location;

/// An event as its organizer defined it. Immutable; what changes later are facts of its stream.
///
/// @param details what may be changed
/// @param plan its places, numbered from 1; never changes
/// @param codes what opens some of its places, or its sales earlier
/// @param createdAt in the years 0 to 9999
/// @param location of the venue as it was then; null: nobody said
public record EventDefinition(
        EventId id,
        EventDetails details,
        Plan plan,
        AccessCodes codes,
        Instant createdAt,
        @Nullable Location location) {

    public EventDefinition {
        EventDetails.requireWritable("createdAt", createdAt);
        for (AccessCode code : codes.all()) {
            requireTiers(plan, code);
            EventDetails.requireWritable("salesFrom", code.salesFrom());
        }
    }

    /// An event that is open to everybody.
    public EventDefinition(EventId id, EventDetails details, Plan plan, Instant createdAt) {
        this(id, details, plan, AccessCodes.NONE, createdAt);
    }

    /// An event somewhere.
    public EventDefinition(
            EventId id, EventDetails details, Plan plan, AccessCodes codes, Instant createdAt) {
        this(id, details, plan, codes, createdAt, null);
    }

    /// How many seats it has, numbered from 1.
    public int totalSeats() {
        return plan.totalSeats();
    }

    private static void requireTiers(Plan plan, AccessCode code) {
        for (String tier : code.tiers()) {
            if (plan.tier(tier) == null) {
                throw new IllegalArgumentException("a code opens a tier that is unknown: " + tier);
            }
        }
    }
}
