package usher.domain.holding;

import org.jspecify.annotations.Nullable;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.access.CodeHash;
import usher.domain.choosing.BestPlaces;

/// Hold the best `quantity` seats that are available, beside what the user holds already.
///
/// @param tier the name of the tier that they must be of; null: any
/// @param quantity 1 to [BestPlaces#QUANTITY_MAX]
/// @param accessible whether they must be for people in wheelchairs; else none of those is taken
/// @param holdSeconds for how long, 1 up to the policy's; 0: as long as the policy says
/// @param code the access code that the user gives; null: none, and nothing of a closed tier
public record HoldBestSeats(
        Cause cause,
        @Nullable String tier,
        int quantity,
        boolean accessible,
        int holdSeconds,
        @Nullable CodeHash code)
        implements Command {

    public HoldBestSeats {
        if (quantity < 1 || quantity > BestPlaces.QUANTITY_MAX) {
            throw new IllegalArgumentException("quantity must be 1 to 100: " + quantity);
        }
    }

    /// Without an access code.
    public HoldBestSeats(
            Cause cause, @Nullable String tier, int quantity, boolean accessible, int seconds) {
        this(cause, tier, quantity, accessible, seconds, null);
    }
}
