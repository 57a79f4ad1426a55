package usher.domain.catalog;

import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.event.EventDefinition;

/// The event exists. This is its commit point: its own stream begins with the first touch.
public record EventListed(Cause cause, EventDefinition event) implements Fact {}
