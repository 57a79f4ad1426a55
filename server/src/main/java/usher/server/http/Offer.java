package usher.server.http;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import usher.domain.plan.Money;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;

/// What an event had left a moment ago.
///
/// @param available places that anybody can hold
/// @param priceFrom the lowest price among them; null: none of them has a price, or there are none
record Offer(int available, @Nullable Money priceFrom) {

    static Offer of(States states) {
        Money lowest =
                states.plan().tiers().stream()
                        .filter(tier -> isLeft(tier, states))
                        .map(Tier::price)
                        .min(Comparator.comparingLong(Money::amount))
                        .orElse(null);
        return new Offer(states.count(SeatStatus.AVAILABLE), lowest);
    }

    private static boolean isLeft(Tier tier, States states) {
        return AvailabilityRendering.count(tier, SeatStatus.AVAILABLE, states) > 0;
    }
}
