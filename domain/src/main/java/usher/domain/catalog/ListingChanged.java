package usher.domain.catalog;

import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.event.Listing;

/// The list shows an event as its own stream has said.
public record ListingChanged(Cause cause, EventId event, Listing listing) implements Fact {}
