package usher.domain.catalog;

import java.util.Comparator;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;

/// A venue and its place in the list, which is by name.
public record ListedVenue(Place place, Venue venue) {

    static ListedVenue of(Venue venue) {
        return new ListedVenue(new Place(SearchText.of(venue.name()), venue.id()), venue);
    }

    /// A place in the list of venues, whether or not a venue is there.
    ///
    /// @param searchText the name as [SearchText#of] has it
    public record Place(String searchText, VenueId venue) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::searchText).thenComparing(Place::venue);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
