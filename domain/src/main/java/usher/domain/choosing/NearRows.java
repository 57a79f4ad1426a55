package usher.domain.choosing;

import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;

/// Nobody alone, in one row if that can be, else in as few neighbouring rows of one section as
/// can be; among those with the fewest orphans, then the fewest groups, then (in one row) closest
/// together, then the first section, then the best places.
final class NearRows {

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Offer offer;
    private final int quantity;
    private final Runs runs = new Runs();
    private int rows = NOWHERE;
    private long best = Preference.NONE;
    private @Nullable SeatSet places;

    NearRows(Offer offer, int quantity) {
        this.offer = offer;
        this.quantity = quantity;
    }

    @Nullable SeatSet find() {
        for (Area area : offer.areas()) {
            if (!area.hasNeighbours()) continue;
            runs.clear();
            runs.addNeighbours(offer, area, Math.min(quantity, 2));
            int needed = rowsNeeded();
            if (needed == NOWHERE || needed > rows) continue;
            if (needed < rows) best = Preference.NONE;
            rows = needed;
            lookForBetter();
            best = Preference.withoutDistance(best);
        }
        return places;
    }

    /// In how many neighbouring rows the party finds places, nobody alone;
    /// [#NOWHERE] if in no number of rows.
    private int rowsNeeded() {
        int needed = NOWHERE;
        int count = 0;
        int longer = 0;
        int from = 0;
        for (int to = 0; to < runs.size(); to++) {
            count += runs.length(to);
            if (runs.length(to) > 2) longer++;
            while (isEnough(count, longer)) {
                needed = Math.min(needed, runs.row(to) - runs.row(from) + 1);
                count -= runs.length(from);
                if (runs.length(from) > 2) longer--;
                from++;
            }
        }
        return needed;
    }

    /// Whether runs of two and more, `count` places in all and `longer` of them runs of more than
    /// two, seat the party with nobody alone: only an odd party cannot be shared out over pairs.
    private boolean isEnough(int count, int longer) {
        return count >= quantity && (quantity % 2 == 0 || quantity == 1 || longer > 0);
    }

    private void lookForBetter() {
        Shares.Apart apart = rows == 1 ? Shares.Apart.BY_SEAT : Shares.Apart.NOT;
        Shares shares = new Shares(offer, runs, quantity, apart);
        int to = 0;
        for (int from = 0; from < runs.size(); from = runs.nextRow(from)) {
            while (to < runs.size() && runs.row(to) < runs.row(from) + rows) to++;
            if (shares.bound(from, to) >= best) continue;
            long found = shares.best(from, to);
            if (found >= best || Preference.hasLoners(found)) continue;
            best = found;
            places = shares.places();
        }
    }
}
