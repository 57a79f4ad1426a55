package usher.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hash of a state, value by value, in an order that equal histories share.
///
/// The mixing step is that of SplitMix64 (Steele, Lea, Flood: *Fast Splittable Pseudorandom Number
/// Generators*, OOPSLA 2014).
public final class StateHash {

    private long value = 0x5553_4845_5231L;

    /// The hash of nothing.
    public StateHash() {}

    public StateHash add(long next) {
        long mixed = value ^ next;
        mixed += 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        value = mixed ^ (mixed >>> 31);
        return this;
    }

    public StateHash add(@Nullable UUID next) {
        return next == null
                ? add(0)
                : add(next.getMostSignificantBits()).add(next.getLeastSignificantBits());
    }

    public long value() {
        return value;
    }
}
