package usher.simulation;

import java.util.List;
import java.util.SplittableRandom;

/// Everything that happens by chance in one run, as a function of its seed.
///
/// Each part of the world draws from a chance of its own, so that one draw more in one part does
/// not change what happens in all others.
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /// A chance of its own for another part of the world.
    Chance split() {
        return new Chance(random.split());
    }

    /// Whether something happens that has this probability.
    boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /// A number from 0 up to, not including, `bound`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// A number from `least` to `most`, both included.
    long between(long least, long most) {
        return least >= most ? least : random.nextLong(least, most + 1);
    }

    /// A number from `least` to `most`, both included.
    int between(int least, int most) {
        return least >= most ? least : random.nextInt(least, most + 1);
    }

    /// A number around `mean`, exponentially distributed: mostly less, sometimes much more.
    long around(long mean) {
        return (long) (-mean * Math.log(1 - random.nextDouble()));
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    long bits() {
        return random.nextLong();
    }
}
