package usher.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void the_median_is_the_middle_one_in_whatever_order_they_came() {
        assertEquals(3, Samples.of(9, 1, 3, 2, 4).median());
    }

    @Test
    void the_median_of_an_even_number_is_between_the_middle_two() {
        assertEquals(2.5, Samples.of(4, 1, 2, 3).median());
    }

    @Test
    void one_wild_round_moves_the_spread_and_not_the_median() {
        Samples samples = Samples.of(1, 1, 1, 1, 1, 1, 1000);
        assertEquals(1, samples.median());
        assertEquals(1, samples.min());
        assertEquals(1000, samples.max());
        assertEquals(7, samples.count());
    }

    @Test
    void there_is_no_number_without_a_round() {
        assertThrows(IllegalArgumentException.class, () -> Samples.of());
    }

    @Test
    void what_is_done_to_the_array_later_changes_nothing() {
        double[] values = {1, 2, 3};
        Samples samples = Samples.of(values);
        values[0] = 100;
        assertEquals(1, samples.min());
    }
}
