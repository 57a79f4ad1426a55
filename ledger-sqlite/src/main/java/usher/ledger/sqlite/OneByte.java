package usher.ledger.sqlite;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the one byte that changed in something that has a checksum, by trying.
///
/// That tells damage from a write that was cut short, since that lacks whole sectors; and it puts
/// the damage right. That a wrong change passes has a chance of one in 50,000 for a line of usual
/// length.
final class OneByte {

    /// Longer ones are not tried: that would take seconds.
    private static final int LENGTH_MAX = 4096;

    private static final int VALUES = 1 << Byte.SIZE;

    private OneByte() {}

    /// `slice` with one byte changed so that it is `whole`; null if there is no such byte.
    static byte @Nullable [] heal(Slice slice, Predicate<byte[]> whole) {
        if (slice.length() > LENGTH_MAX) return null;
        byte[] bytes = Arrays.copyOfRange(slice.bytes(), slice.from(), slice.to());
        for (int i = 0; i < bytes.length; i++) {
            byte found = bytes[i];
            for (int value = 0; value < VALUES; value++) {
                bytes[i] = (byte) value;
                if (whole.test(bytes)) return bytes;
            }
            bytes[i] = found;
        }
        return null;
    }
}
