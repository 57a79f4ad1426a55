package usher.domain.choosing;

import java.util.Arrays;
import java.util.Comparator;
import usher.domain.SeatSet;

/// How good a set of places is, in the order in which it counts: less is better.
///
/// @param way 1: together without an orphan; 2: in one row, nobody alone; 3: in neighbouring rows,
///     nobody alone; 4: across
/// @param rows how many rows apart, in way 3
/// @param apart in way 2 seat widths, in way 4 rows
record Worth(
        int way,
        int rows,
        int alone,
        int orphans,
        int groups,
        int apart,
        int section,
        int distance,
        SeatSet places)
        implements Comparable<Worth> {

    private static final Comparator<Worth> ORDER =
            Comparator.comparingInt(Worth::way)
                    .thenComparingInt(Worth::rows)
                    .thenComparingInt(Worth::alone)
                    .thenComparingInt(Worth::orphans)
                    .thenComparingInt(Worth::groups)
                    .thenComparingInt(Worth::apart)
                    .thenComparingInt(Worth::section)
                    .thenComparingInt(Worth::distance)
                    .thenComparing(w -> w.places().toArray(), Arrays::compare);

    @Override
    public int compareTo(Worth other) {
        return ORDER.compare(this, other);
    }

    /// Whether as few people are alone as in `other`, and they are as few rows apart.
    boolean sitsAsWellAs(Worth other) {
        boolean isAcross = way == 4;
        return isAcross == (other.way == 4) && alone <= other.alone && rows <= other.rows;
    }
}
