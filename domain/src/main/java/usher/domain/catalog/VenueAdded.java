package usher.domain.catalog;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.venue.Venue;

/// The venue exists, and stays as it is.
public record VenueAdded(Cause cause, Venue venue) implements Fact {}
