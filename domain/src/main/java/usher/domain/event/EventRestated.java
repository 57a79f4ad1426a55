package usher.domain.event;

import usher.domain.Cause;
import usher.domain.Fact;

/// What became of an event since it was opened, in a snapshot.
///
/// @param policyChanged whether it ever had another policy
/// @param confirmed the last revision that the list of events is known to show
public record EventRestated(Cause cause, Listing listing, boolean policyChanged, long confirmed)
        implements Fact {}
