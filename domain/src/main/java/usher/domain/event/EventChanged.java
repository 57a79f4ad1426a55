package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Fact;

/// From now on the event is described by `details`, all of it.
public record EventChanged(Cause cause, EventDetails details) implements Fact {}
