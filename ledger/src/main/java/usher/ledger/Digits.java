package usher.ledger;

import java.util.Arrays;

/// Numbers as ASCII digits in byte arrays, two digits at a time, without a `String`.
final class Digits {

    /// The most bytes that [#putDecimal] writes.
    static final int LONG_DIGITS_MAX = 19;

    private static final byte[] DECIMAL_PAIRS = pairs(10);
    private static final byte[] HEX_PAIRS = pairs(16);
    private static final byte[] VALUES = values();
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private Digits() {}

    /// Writes `value` (0 or more) from `at` on; where it ends.
    static int putDecimal(long value, byte[] bytes, int at) {
        int end = at + length(value);
        int next = end;
        long rest = value;
        for (; rest >= 10; rest /= 100) {
            next -= 2;
            putPair(DECIMAL_PAIRS, (int) (rest % 100), bytes, next);
        }
        if (next > at) bytes[at] = (byte) ('0' + rest);
        return end;
    }

    /// Writes the lowest `digits` (an even count) hexadecimal digits of `bits` from `at` on; where
    /// they end.
    static int putHex(long bits, int digits, byte[] bytes, int at) {
        int next = at;
        for (int shift = 4 * digits - 8; shift >= 0; shift -= 8) {
            putPair(HEX_PAIRS, (int) (bits >>> shift) & 0xFF, bytes, next);
            next += 2;
        }
        return next;
    }

    /// What the hexadecimal digit `ascii` stands for; -1 if it is none.
    static int hexValue(byte ascii) {
        return VALUES[ascii & 0xFF];
    }

    private static void putPair(byte[] pairs, int index, byte[] bytes, int at) {
        bytes[at] = pairs[2 * index];
        bytes[at + 1] = pairs[2 * index + 1];
    }

    /// How many decimal digits `value` has. Source: *Hacker's Delight*, section 11-4.
    private static int length(long value) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
        int log10 = (bits * 1233) >>> 12;
        return value < POWERS_OF_TEN[log10] ? log10 : log10 + 1;
    }

    private static byte[] pairs(int radix) {
        byte[] pairs = new byte[2 * radix * radix];
        for (int i = 0; i < radix * radix; i++) {
            pairs[2 * i] = (byte) Character.forDigit(i / radix, radix);
            pairs[2 * i + 1] = (byte) Character.forDigit(i % radix, radix);
        }
        return pairs;
    }

    private static byte[] values() {
        byte[] values = new byte[1 << Byte.SIZE];
        Arrays.fill(values, (byte) -1);
        for (int c = 0; c <= Byte.MAX_VALUE; c++) values[c] = (byte) Character.digit(c, 16);
        return values;
    }

    /// 10, 100 and so on at 1, 2…; at 0 stands 0, as 0 has one digit.
    private static long[] powersOfTen() {
        long[] powers = new long[LONG_DIGITS_MAX];
        long power = 1;
        for (int i = 1; i < powers.length; i++) {
            power *= 10;
            powers[i] = power;
        }
        return powers;
    }
}
