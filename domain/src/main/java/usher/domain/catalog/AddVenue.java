package usher.domain.catalog;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.venue.Venue;

/// Put a new venue among those that there are.
public record AddVenue(Cause cause, Venue venue) implements Command {}
