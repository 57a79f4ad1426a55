package usher.domain.choosing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import usher.domain.SeatSet;

/// The fast choice against every other choice there is.
final class BestPlacesPropertyTest {

    private static final int PICTURES = 4000;

    /// How often each way must have been the best at least.
    private static final int OFTEN = 100;

    @Test
    void no_set_of_places_is_better_than_the_one_chosen() {
        int[] ways = new int[5];
        for (int seed = 0; seed < PICTURES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Picture picture = RandomPictures.next(random);
            int quantity = random.nextInt(1, 6);
            @Nullable Worth best = picture.slow().best(quantity);
            @Nullable SeatSet chosen = picture.choose(quantity);
            @Nullable Worth worth = chosen == null ? null : picture.slow().worth(chosen);
            assertEquals(best, worth, "%d of%n%s".formatted(quantity, picture.with(chosen)));
            if (best != null) ways[best.way()]++;
        }
        for (int way = 1; way <= 4; way++) {
            assertTrue(ways[way] >= OFTEN, "way %d: %d times".formatted(way, ways[way]));
        }
    }

    @Test
    void best_available_never_leaves_an_orphan_that_it_could_avoid() {
        for (int seed = 0; seed < PICTURES; seed++) {
            SplittableRandom random = new SplittableRandom(-seed);
            Picture picture = RandomPictures.next(random);
            int quantity = random.nextInt(1, 6);
            @Nullable SeatSet chosen = picture.choose(quantity);
            if (chosen == null) continue;
            Worth worth = picture.slow().worth(chosen);
            int avoidable = worth.orphans() - picture.slow().fewestOrphans(worth, quantity);
            assertEquals(0, avoidable, "%d of%n%s".formatted(quantity, picture.with(chosen)));
        }
    }
}
