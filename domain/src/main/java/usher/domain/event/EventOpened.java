package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Fact;

/// The first fact of an event's stream: what the stream is about.
public record EventOpened(Cause cause, EventDefinition event) implements Fact {}
