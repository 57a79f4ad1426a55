package usher.domain.choosing;

import usher.domain.seating.FreeSeats;

/// Goes through the runs of free neighbours of an area, by ascending number.
final class RunCursor {

    private final Area area;
    private final FreeSeats free;
    private final int lengthMin;
    private int first;
    private int end;
    private int row;
    private int firstInRow;
    private int lastInRow;
    private int xOfFirst;

    /// Before the first run.
    ///
    /// @param lengthMin how long a run must be to be of interest; 1 or 2
    RunCursor(Area area, FreeSeats free, int lengthMin) {
        this.area = area;
        this.free = free;
        this.lengthMin = lengthMin;
        this.end = area.firstSeat() - 1;
    }

    /// Moves on to the next run; false if there is none.
    boolean next() {
        do {
            first = nextStart(end + 1);
            if (first == 0) return false;
            if (first > lastInRow) enterRow();
            end = free.nextTaken(first, area.lastNeighbour(first, firstInRow, lastInRow)) - 1;
        } while (length() < lengthMin);
        return true;
    }

    /// Leaves out what follows in this row.
    void leaveRow() {
        end = lastInRow;
    }

    int first() {
        return first;
    }

    int length() {
        return end - first + 1;
    }

    int row() {
        return row;
    }

    /// Where the run begins, in half seat widths from the middle of its row.
    int x() {
        return xOfFirst + 2 * (first - firstInRow);
    }

    private int nextStart(int from) {
        int last = area.lastSeat();
        return lengthMin == 1 ? free.nextFree(from, last) : free.nextPair(from, last);
    }

    private void enterRow() {
        row = area.row(first);
        firstInRow = area.firstInRow(first);
        lastInRow = area.lastInRow(first);
        xOfFirst = area.x(firstInRow);
    }
}
