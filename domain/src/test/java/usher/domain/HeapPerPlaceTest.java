package usher.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Goal Z1 of the design.
final class HeapPerPlaceTest {

    @Test
    void a_place_that_nobody_held_costs_less_than_a_byte() {
        assertBelow(1, HeapPerPlace.available());
    }

    @Test
    void a_place_that_is_taken_costs_at_most_96_bytes_even_if_each_is_anothers() {
        assertBelow(96, HeapPerPlace.heldByDifferentUsers());
        assertBelow(96, HeapPerPlace.reservedByDifferentUsers());
    }

    private static void assertBelow(double limit, double bytes) {
        assertTrue(bytes < limit, () -> bytes + " B a place");
    }
}
