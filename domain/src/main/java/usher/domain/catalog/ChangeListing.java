package usher.domain.catalog;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.EventId;
import usher.domain.event.Listing;

/// Show an event as it is now.
public record ChangeListing(Cause cause, EventId event, Listing listing) implements Command {}
