package usher.domain.selling;

import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;

/// `seats`, held before, are permanently `user`'s, who pays nothing for them.
///
/// @param booking what they are from now on: a confirmed booking of amount 0. Null in what early
///     releases wrote: then they are no booking, and nothing gives them back
public record SeatsReserved(Cause cause, UserId user, SeatSet seats, @Nullable BookingId booking)
        implements Fact {}
