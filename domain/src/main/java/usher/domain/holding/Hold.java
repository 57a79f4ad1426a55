package usher.domain.holding;

import usher.domain.EventId;
import usher.domain.UserId;

/// A hold, to be shown. Times are milliseconds since 1970.
///
/// @param refreshesLeft how often it may still be refreshed
public record Hold(
        EventId event,
        int seat,
        UserId user,
        long heldAtMillis,
        long expiresAtMillis,
        int refreshesLeft) {}
