package usher.domain.selling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.SeatSet;
import usher.domain.access.CodeHash;

/// Book places that the user holds, the best of some tiers, or both: all or nothing.
///
/// @param seats which he holds; with the tickets up to [#PLACES_MAX] places
/// @param tickets each of another tier; together with the seats at least one place
/// @param code what opens tiers that are not for everybody; null: none
/// @param asked a hash of all this: the same id with another one is another request
public record MakeBooking(
        Cause cause,
        BookingId booking,
        SeatSet seats,
        List<Tickets> tickets,
        @Nullable CodeHash code,
        long asked)
        implements Command {

    /// How many places one command may take: so an entry stays small, and deciding quick.
    public static final int PLACES_MAX = 1000;

    public MakeBooking {
        tickets = List.copyOf(tickets);
        if (seats.isEmpty() && tickets.isEmpty()) {
            throw new IllegalArgumentException("a booking of nothing");
        }
    }
}
