package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Command;

/// Put the event on sale, take it off sale, or cancel it for good.
public record ChangeStatus(Cause cause, EventStatus status) implements Command {}
