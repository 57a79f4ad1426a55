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
        int next = offer.next(area, area.firstSeat());
        while (next != 0 && Preference.leastDistance(area.row(next), quantity) < best) {
            int end = offer.endOfRun(area, next);
            consider(area, next, end - next + 1);
            int seen = isWorseFrom(area, next) ? area.lastInRow(next) : end;
            next = offer.next(area, seen + 1);
        }
        return best == Preference.NONE ? null : SeatSet.range(bestStart, quantity);
    }

    private void consider(Area area, int first, int length) {
        if (length < quantity || Run.orphans(length, quantity) > 0) return;
        int x = area.x(first);
        int start = Run.bestStart(length, x, quantity);
        long distance = Preference.distance(area.row(first), x + 2 * start, quantity);
        if (distance < best) {
            best = distance;
            bestStart = first + start;
        }
    }

    /// Whether nothing in the rest of the row of `seat` can be better: it leads away from the
    /// middle.
    private boolean isWorseFrom(Area area, int seat) {
        int x = area.x(seat);
        return x >= 0 && Preference.distance(area.row(seat), x, quantity) >= best;
    }
}
