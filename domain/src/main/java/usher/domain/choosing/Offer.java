package usher.domain.choosing;

import java.util.List;
import usher.domain.seating.FreeSeats;

/// The places to choose from: what is free of some sections, in the order of preference.
record Offer(List<Area> areas, FreeSeats free) {

    /// The lowest free seat of `area` from `seat` on; 0 if there is none.
    int next(Area area, int seat) {
        return free.nextFree(seat, area.lastSeat());
    }

    /// The runs of free neighbours in `area`, of `lengthMin` or more: 1 or 2.
    RunCursor runs(Area area, int lengthMin) {
        return new RunCursor(area, free, lengthMin);
    }
}
