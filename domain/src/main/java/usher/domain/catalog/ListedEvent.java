package usher.domain.catalog;

import java.time.Instant;
import usher.domain.EventId;
import usher.domain.event.EventDefinition;
import usher.domain.event.Listing;

/// An event as the list shows it: as it was created, and what its organizer says of it now.
///
/// @param searchText the name as [SearchText#of] has it
public record ListedEvent(EventDefinition definition, Listing now, String searchText) {

    static ListedEvent of(EventDefinition definition, Listing now) {
        return new ListedEvent(definition, now, SearchText.of(now.details().name()));
    }

    public EventId id() {
        return definition.id();
    }

    /// Its place in the list.
    public Place place() {
        Instant startsAt = now.details().startsAt();
        return new Place(startsAt == null ? Long.MAX_VALUE : startsAt.toEpochMilli(), id());
    }
}
