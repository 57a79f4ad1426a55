package usher.domain.seating;

/// Values from 0 to 3 by seat number, 32 of them in a `long`.
final class TwoBits {

    private static final int PER_WORD = 32;
    private static final int PER_BYTE = 4;
    private static final long LOW_BITS = 0x5555_5555_5555_5555L;

    private TwoBits() {}

    static long[] allZero(int highestIndex) {
        return new long[highestIndex / PER_WORD + 1];
    }

    static int get(long[] words, int index) {
        return (int) (words[index / PER_WORD] >>> shift(index)) & 3;
    }

    static void set(long[] words, int index, int value) {
        int shift = shift(index);
        long others = words[index / PER_WORD] & ~(3L << shift);
        words[index / PER_WORD] = others | ((long) value << shift);
    }

    /// A word of nothing but `value`.
    static long inAll(int value) {
        return LOW_BITS * value;
    }

    /// The lowest index from `from` to `last` whose value is `value`; 0 if there is none.
    static int next(long[] words, int value, int from, int last) {
        int index = from;
        while (index <= last) {
            long hits = matches(words[index / PER_WORD], value) >>> shift(index);
            if (hits != 0) {
                int found = index + Long.numberOfTrailingZeros(hits) / 2;
                return found <= last ? found : 0;
            }
            index = (index / PER_WORD + 1) * PER_WORD;
        }
        return 0;
    }

    /// The values from index 1 to `last`, four in a byte, the first in the lowest bits.
    static byte[] packed(long[] words, int last) {
        byte[] packed = new byte[(last + PER_BYTE - 1) / PER_BYTE];
        for (int i = 0; i < packed.length; i++) {
            int first = 1 + i * PER_BYTE;
            for (int index = first; index < first + PER_BYTE && index <= last; index++) {
                packed[i] |= (byte) (get(words, index) << (2 * (index - first)));
            }
        }
        return packed;
    }

    /// The lowest index from `from` to below `last` where `value` is twice in a row; 0 if there is
    /// none.
    static int nextPair(long[] words, int value, int from, int last) {
        int index = from;
        while (index < last) {
            int at = index / PER_WORD;
            long hits = matches(words[at], value);
            long following = at + 1 < words.length ? matches(words[at + 1], value) : 0;
            long pairs = hits & (hits >>> 2 | following << 62);
            pairs >>>= shift(index);
            if (pairs != 0) {
                int found = index + Long.numberOfTrailingZeros(pairs) / 2;
                return found < last ? found : 0;
            }
            index = (at + 1) * PER_WORD;
        }
        return 0;
    }

    /// The lowest index from `from` to `last` whose value is not `value`; `last + 1` if there is
    /// none.
    static int nextOther(long[] words, int value, int from, int last) {
        int index = from;
        while (index <= last) {
            long hits = (matches(words[index / PER_WORD], value) ^ LOW_BITS) >>> shift(index);
            if (hits != 0) return Math.min(index + Long.numberOfTrailingZeros(hits) / 2, last + 1);
            index = (index / PER_WORD + 1) * PER_WORD;
        }
        return last + 1;
    }

    /// How many indexes from `first` to `last` have `value`.
    static int count(long[] words, int value, int first, int last) {
        int count = 0;
        for (int word = first / PER_WORD; word <= last / PER_WORD; word++) {
            long hits = matches(words[word], value);
            if (word == first / PER_WORD) hits &= -1L << shift(first);
            if (word == last / PER_WORD) hits &= -1L >>> (Long.SIZE - 2 - shift(last));
            count += Long.bitCount(hits);
        }
        return count;
    }

    /// The low bit of each pair of `word` that equals `value`.
    private static long matches(long word, int value) {
        long differs = word ^ inAll(value);
        return ~(differs | (differs >>> 1)) & LOW_BITS;
    }

    private static int shift(int index) {
        return (index % PER_WORD) * 2;
    }
}
