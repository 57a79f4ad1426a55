package usher.domain.catalog;

import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.event.EventDefinition;

/// Put a new event on the list.
public record ListEvent(Cause cause, EventDefinition event) implements Command {}
