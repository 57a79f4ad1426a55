package usher.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void three_hundred_seeds_from_anywhere_are_played_if_nothing_is_said() {
        assertEquals(new Options(17, 300, false), options());
    }

    @Test
    void a_seed_alone_is_played_alone() {
        assertEquals(new Options(5, 1, false), options("--seed", "5"));
    }

    @Test
    void seeds_are_counted_from_the_one_that_is_named() {
        assertEquals(new Options(5, 9, false), options("--seed", "5", "--seeds", "9"));
    }

    @Test
    void the_twin_gets_the_same_seeds() {
        Options told = new Options(5, 9, false);
        assertEquals(new Options(5, 9, true), options(told.forTwin().toArray(String[]::new)));
    }

    @Test
    void what_means_nothing_is_refused() {
        for (String[] words :
                new String[][] {{"--sed", "5"}, {"--seed"}, {"--seed", "five"}, {"--seeds", "0"}}) {
            assertThrows(IllegalArgumentException.class, () -> options(words));
        }
    }

    private static Options options(String... words) {
        return Options.of(words, () -> 17);
    }
}
