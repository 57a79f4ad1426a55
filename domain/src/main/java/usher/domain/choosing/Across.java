package usher.domain.choosing;

import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;

/// Anywhere: the fewest people alone, then the fewest orphans, then the fewest groups, then the
/// fewest rows apart (those of all sections one behind another), then the best places.
final class Across {

    private final Offer offer;
    private final int quantity;

    Across(Offer offer, int quantity) {
        this.offer = offer;
        this.quantity = quantity;
    }

    /// Null if there are not enough places.
    @Nullable SeatSet find() {
        Runs runs = new Runs();
        for (Area area : offer.areas()) {
            if (area.hasNeighbours()) {
                runs.addNeighbours(offer, area, 1);
            } else {
                runs.addAnywhere(offer, area, quantity);
            }
        }
        Shares shares = new Shares(offer, runs, quantity, Shares.Apart.BY_ROW);
        return shares.best(0, runs.size()) == Preference.NONE ? null : shares.places();
    }
}
