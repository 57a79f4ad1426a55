package usher.domain.catalog;

import java.util.Comparator;
import usher.domain.EventId;

/// A place in the list of events, whether or not an event is there: the soonest first, those
/// without a date last.
///
/// @param startsAtMillis in milliseconds since 1970; [Long#MAX_VALUE]: not known yet
public record Place(long startsAtMillis, EventId event) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::startsAtMillis)
                    .thenComparing(place -> place.event().value());

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
