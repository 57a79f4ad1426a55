package usher.domain.event;

import java.time.Instant;
import usher.domain.EventId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.plan.Plan;

/// An event as its organizer defined it. Immutable; what changes later are facts of its stream.
///
/// @param details what may be changed
/// @param plan its places, numbered from 1; never changes
/// @param codes what opens some of its places, or its sales earlier
/// @param createdAt in the years 0 to 9999
public record EventDefinition(
        EventId id, EventDetails details, Plan plan, AccessCodes codes, Instant createdAt) {

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
