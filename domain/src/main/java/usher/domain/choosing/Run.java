package usher.domain.choosing;

/// The arithmetic of taking some of a run of free neighbours, all in one block.
///
/// A block that leaves one place of a run, or one on either side of itself, leaves an orphan:
/// nobody who comes in company can use it.
final class Run {

    private Run() {}

    /// How many orphans a well placed block of `count` leaves in a run of `length`.
    static int orphans(int length, int count) {
        return length - count == 1 ? 1 : 0;
    }

    /// Where in a run of `length` a block of `count` begins, counted from 0, to be as close to the
    /// middle of the row as it can be without orphans that could be avoided; the left of two such.
    ///
    /// @param x where the run begins, in half seat widths from the middle
    static int bestStart(int length, int x, int count) {
        int room = length - count;
        int ideal = Math.clamp(Math.floorDiv(1 - count - x, 2), 0, room);
        if (isClean(ideal, room)) return ideal;
        int left = ideal;
        while (left > 0 && !isClean(left, room)) left--;
        int right = ideal;
        while (right < room && !isClean(right, room)) right++;
        boolean isRightCloser =
                Preference.distance(0, x + 2 * right, count)
                        < Preference.distance(0, x + 2 * left, count);
        return isClean(right, room) && isRightCloser ? right : left;
    }

    /// Whether `start` places before a block and the rest of `room` after it are usable; if only
    /// one place is left in all, nothing can be done about it.
    private static boolean isClean(int start, int room) {
        return room == 1 || (start != 1 && room - start != 1);
    }
}
