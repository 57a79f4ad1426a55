package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Fact;

/// From now on the event has `status`.
public record StatusChanged(Cause cause, EventStatus status) implements Fact {}
