package usher.domain.venue;

import java.time.Instant;
import usher.domain.plan.Plan;

/// A house in which events take place. Immutable.
///
/// @param plan its places; their tiers have names and no prices, which each event sets
/// @param createdAt in the years 0 to 9999
public record Venue(Location location, Plan plan, Instant createdAt) {

    public Venue {
        if (plan.isPlain()) throw new IllegalArgumentException("a venue has sections");
    }

    public VenueId id() {
        return location.venue();
    }

    public String name() {
        return location.name();
    }
}
