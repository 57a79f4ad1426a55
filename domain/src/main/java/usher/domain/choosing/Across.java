package usher.domain.choosing;

import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;

/// Anywhere: the fewest people alone, then the fewest orphans, then the fewest groups, then the
/// fewest rows apart (those of all sections one behind another), then the best places.
final class Across {

    private final Offer offer;
    private final int quantity;
    private final Runs runs = new Runs();

    Across(Offer offer, int quantity) {
        this.offer = offer;
        this.quantity = quantity;
    }

    /// Null if there are not enough places.
    @Nullable SeatSet find() {
        for (Area area : offer.areas()) {
            if (area.hasNeighbours()) {
                runs.addNeighbours(offer, area, 1);
            } else {
                runs.addAnywhere(offer, area, quantity);
            }
        }
        Shares shares = new Shares(offer, runs, quantity, Shares.Apart.BY_ROW);
        long bound = shares.bound(0, runs.size());
        if (bound == Preference.NONE) return null;
        SeatSet inOneRow = inOneRow(shares, Preference.withoutDistance(bound));
        if (inOneRow != null) return inOneRow;
        shares.best(0, runs.size());
        return shares.places();
    }

    /// The best places of one row, if no others can be better but by their distance; else null.
    private @Nullable SeatSet inOneRow(Shares shares, long bound) {
        long best = bound + Preference.APART;
        SeatSet places = null;
        int to;
        for (int from = 0; from < runs.size(); from = to) {
            to = runs.nextRow(from);
            if (shares.bound(from, to) >= best) continue;
            long found = shares.best(from, to);
            if (found >= best) continue;
            best = found;
            places = shares.places();
        }
        return places;
    }
}
