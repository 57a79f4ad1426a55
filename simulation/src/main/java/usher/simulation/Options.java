package usher.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// What `sim` was asked to do.
///
/// @param first the first seed
/// @param seeds how many seeds are played, one after the other
/// @param digestsOnly whether this is the [Twin]
record Options(long first, int seeds, boolean digestsOnly) {

    private static final int SEEDS = 300;
    private static final long RANDOM_SEEDS = 1L << 40;

    Options {
        if (seeds < 1) throw new IllegalArgumentException("--seeds must be 1 or more");
    }

    /// Reads the words of the command line.
    ///
    /// @param random for the first seed, if none is named
    /// @throws IllegalArgumentException if they mean nothing
    static Options of(String[] args, LongSupplier random) {
        Long first = null;
        Integer seeds = null;
        boolean digestsOnly = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--seed" -> first = number(args, ++i);
                case "--seeds" -> seeds = Math.toIntExact(number(args, ++i));
                case "--digests" -> digestsOnly = true;
                default -> throw new IllegalArgumentException("there is no option " + args[i]);
            }
        }
        if (seeds == null) seeds = first == null ? SEEDS : 1;
        if (first == null) first = Long.remainderUnsigned(random.getAsLong(), RANDOM_SEEDS);
        return new Options(first, seeds, digestsOnly);
    }

    /// The seed after the last.
    long end() {
        return first + seeds;
    }

    /// The words that ask a twin for the digests of the same seeds.
    List<String> forTwin() {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("--seed", Long.toString(first)));
        words.addAll(List.of("--seeds", Integer.toString(seeds)));
        words.add("--digests");
        return words;
    }

    private static long number(String[] args, int at) {
        if (at == args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a number after it");
        }
        try {
            return Long.parseLong(args[at]);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    args[at - 1] + " needs a number, not " + args[at], e);
        }
    }
}
