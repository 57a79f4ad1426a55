package usher.domain.event;

import java.time.Instant;
import usher.domain.EventId;
import usher.domain.plan.Plan;

/// An event as its organizer defined it. Immutable; what changes later are facts of its stream.
///
/// @param details what may be changed
/// @param plan its places, numbered from 1; never changes
/// @param createdAt in the years 0 to 9999
public record EventDefinition(EventId id, EventDetails details, Plan plan, Instant createdAt) {

    public EventDefinition {
        EventDetails.requireWritable("createdAt", createdAt);
    }

    /// How many seats it has, numbered from 1.
    public int totalSeats() {
        return plan.totalSeats();
    }
}
