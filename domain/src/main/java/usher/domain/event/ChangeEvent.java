package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Command;

/// Say otherwise what an event is, and whether it is on sale.
///
/// @param details all of it, also what stays
/// @param status not [EventStatus#CANCELLED], which [ChangeStatus] does
/// @param revision the [Listing#revision] that this was made from: another one is refused
public record ChangeEvent(Cause cause, EventDetails details, EventStatus status, long revision)
        implements Command {

    public ChangeEvent {
        if (status == EventStatus.CANCELLED) {
            throw new IllegalArgumentException("an event is not cancelled on the way");
        }
    }

    /// The same, asked for another reason.
    public ChangeEvent because(Cause another) {
        return new ChangeEvent(another, details, status, revision);
    }
}
