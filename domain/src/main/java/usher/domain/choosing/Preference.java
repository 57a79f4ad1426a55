package usher.domain.choosing;

/// How good a choice of places is, in one number: less is better.
///
/// Five counts, the weightiest first: people who sit alone, lone places left behind, groups, how
/// far apart they are, and how far from the best place. Each has bits of its own, so that adding
/// two preferences adds each count, and comparing two compares the first count that differs.
final class Preference {

    /// Worse than any choice.
    static final long NONE = Long.MAX_VALUE;

    /// One seat width, or one row, between the outermost places.
    static final long APART = 1L << 24;

    static final long GROUP = 1L << 42;
    static final long ORPHAN = 1L << 49;
    static final long ALONE = 1L << 56;

    private Preference() {}

    /// `preference` without how far it is from the best place.
    static long withoutDistance(long preference) {
        return preference == NONE ? NONE : preference & -APART;
    }

    static boolean hasLoners(long preference) {
        return preference >= ALONE;
    }

    /// How far `count` neighbours are from the best place of their section, together: each by its
    /// row, and by whole seat widths from the middle.
    ///
    /// @param x where the first sits, in half seat widths from the middle
    static long distance(int row, int x, int count) {
        return (long) row * count + aside(x, count);
    }

    /// The least distance of any `count` neighbours in `row`.
    static long leastDistance(int row, int count) {
        return (long) row * count + Math.min(aside(1 - count, count), aside(-count, count));
    }

    private static long aside(int x, int count) {
        int last = x + 2 * (count - 1);
        if (x >= 0) return rising(x / 2, count);
        if (last <= 0) return rising(-last / 2, count);
        int left = (1 - x) / 2;
        return rising(-(x + 2 * (left - 1)) / 2, left) + rising((x + 2 * left) / 2, count - left);
    }

    /// The sum of `count` numbers from `first` on.
    private static long rising(long first, long count) {
        return count * first + count * (count - 1) / 2;
    }
}
