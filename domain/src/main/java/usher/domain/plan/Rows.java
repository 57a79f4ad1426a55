package usher.domain.plan;

import java.util.Arrays;

/// How the places of a section lie in rows. Immutable.
///
/// Rows are counted from 0, the front row, and places from 1: along the front row from left to
/// right, then along the next.
public final class Rows {

    public static final int ROWS_MAX = 10_000;

    private final int count;
    /// The length of every row; 0 if they differ.
    private final int equalLength;
    /// The last place of each row; empty if all have the same length.
    private final int[] lasts;

    private Rows(int count, int equalLength, int[] lasts) {
        this.count = count;
        this.equalLength = equalLength;
        this.lasts = lasts;
    }

    /// `count` rows of `length` places each: 1 to 10,000 rows, and 1 to 100,000 places in all.
    public static Rows equal(int count, int length) {
        requireCount(count);
        requireTotal(length < 1 ? 0 : (long) count * length);
        return new Rows(count, length, new int[0]);
    }

    /// Rows of these lengths, the front row first.
    public static Rows of(int... lengths) {
        requireCount(lengths.length);
        int[] lasts = new int[lengths.length];
        long total = 0;
        for (int row = 0; row < lengths.length; row++) {
            total = lengths[row] < 1 ? 0 : total + lengths[row];
            requireTotal(total);
            lasts[row] = (int) total;
        }
        return areEqual(lengths)
                ? equal(lengths.length, lengths[0])
                : new Rows(lengths.length, 0, lasts);
    }

    private static boolean areEqual(int[] lengths) {
        for (int length : lengths) {
            if (length != lengths[0]) return false;
        }
        return true;
    }

    /// How many rows there are.
    public int count() {
        return count;
    }

    /// How many places there are in all rows.
    public int total() {
        return last(count - 1);
    }

    /// Whether all rows have the same length.
    public boolean areEqual() {
        return equalLength != 0;
    }

    /// How many places `row` has.
    public int length(int row) {
        return last(row) - first(row) + 1;
    }

    /// The leftmost place of `row`.
    public int first(int row) {
        return row == 0 ? 1 : last(row - 1) + 1;
    }

    /// The rightmost place of `row`.
    public int last(int row) {
        return areEqual() ? (row + 1) * equalLength : lasts[row];
    }

    /// The row in which `place` lies.
    public int rowOf(int place) {
        if (areEqual()) return (place - 1) / equalLength;
        int found = Arrays.binarySearch(lasts, place);
        return found >= 0 ? found : -found - 1;
    }

    /// How long the longest row is.
    public int longest() {
        int longest = equalLength;
        for (int row = 0; row < lasts.length; row++) longest = Math.max(longest, length(row));
        return longest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rows that
                && count == that.count
                && equalLength == that.equalLength
                && Arrays.equals(lasts, that.lasts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * count + equalLength) + Arrays.hashCode(lasts);
    }

    @Override
    public String toString() {
        return "%d rows, %d places".formatted(count, total());
    }

    private static void requireCount(int count) {
        if (count < 1 || count > ROWS_MAX) {
            throw new IllegalArgumentException("rows must be 1 to 10000: " + count);
        }
    }

    private static void requireTotal(long total) {
        if (total < 1 || total > Plan.TOTAL_SEATS_MAX) {
            throw new IllegalArgumentException("rows must have 1 to 100000 places each and in all");
        }
    }
}
