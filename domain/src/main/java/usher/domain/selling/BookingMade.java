package usher.domain.selling;

import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.plan.Money;

/// `user` has booked `seats`, which are his or nobody's, and may pay until then.
///
/// @param amount what they cost; null: the event knows no prices
/// @param asked a hash of what was asked for
/// @param untilMillis in milliseconds since 1970
public record BookingMade(
        Cause cause,
        BookingId booking,
        UserId user,
        SeatSet seats,
        @Nullable Money amount,
        long asked,
        long untilMillis)
        implements Fact {}
