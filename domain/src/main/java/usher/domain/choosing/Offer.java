package usher.domain.choosing;

import java.util.List;
import usher.domain.seating.FreeSeats;

/// The places to choose from: what is free of some sections, in the order of preference.
record Offer(List<Area> areas, FreeSeats free) {

    /// The lowest free seat of `area` from `seat` on; 0 if there is none.
    int next(Area area, int seat) {
        return free.nextFree(seat, area.lastSeat());
    }

    /// The last of the free neighbours in `area` that begin with `first`, which is free.
    int endOfRun(Area area, int first) {
        return free.nextTaken(first, area.lastNeighbour(first)) - 1;
    }
}
