package usher.domain.holding;

import usher.domain.UserId;
import usher.domain.event.EventDefinition;

/// A hold, to be shown. Times are milliseconds since 1970.
///
/// @param refreshesLeft how often it may still be refreshed
public record Hold(
        EventDefinition event,
        int seat,
        UserId user,
        long heldAtMillis,
        long expiresAtMillis,
        int refreshesLeft) {}
