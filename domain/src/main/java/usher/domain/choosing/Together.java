package usher.domain.choosing;

import org.jspecify.annotations.Nullable;
import usher.domain.SeatSet;

/// All together as neighbours in one row, leaving no orphan: in the first section where that can
/// be, the best places there.
///
/// Looks at the rows front to back, and no further than where a row could still be better.
final class Together {

    private final Offer offer;
    private final int quantity;
    private long best = Preference.NONE;
    private int bestStart;

    Together(Offer offer, int quantity) {
        this.offer = offer;
        this.quantity = quantity;
    }

    @Nullable SeatSet find() {
        for (Area area : offer.areas()) {
            SeatSet found = area.hasNeighbours() ? neighbours(area) : anywhere(area);
            if (found != null) return found;
        }
        return null;
    }

    /// Where nobody has neighbours: the lowest free numbers.
    private @Nullable SeatSet anywhere(Area area) {
        int[] lowest = new int[quantity];
        int next = area.firstSeat();
        for (int i = 0; i < quantity; i++) {
            next = offer.next(area, next);
            if (next == 0) return null;
            lowest[i] = next++;
        }
        return SeatSet.of(lowest);
    }

    private @Nullable SeatSet neighbours(Area area) {
        RunCursor run = offer.runs(area, Math.min(quantity, 2));
        while (run.next() && (!isFound() || canBeBetter(run))) {
            consider(run);
            if (isFound() && isWorseFrom(run)) run.leaveRow();
        }
        return isFound() ? SeatSet.range(bestStart, quantity) : null;
    }

    private void consider(RunCursor run) {
        int length = run.length();
        if (length < quantity || Run.orphans(length, quantity) > 0) return;
        int start = Run.bestStart(length, run.x(), quantity);
        long distance = Preference.distance(run.row(), run.x() + 2 * start, quantity);
        if (distance < best) {
            best = distance;
            bestStart = run.first() + start;
        }
    }

    private boolean isFound() {
        return best != Preference.NONE;
    }

    private boolean canBeBetter(RunCursor run) {
        return Preference.leastDistance(run.row(), quantity) < best;
    }

    /// Whether nothing in the rest of the row can be better: it leads away from the middle.
    private boolean isWorseFrom(RunCursor run) {
        return run.x() >= 0 && Preference.distance(run.row(), run.x(), quantity) >= best;
    }
}
