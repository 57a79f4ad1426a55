package usher.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SeatSetTest {

    @Property(seed = "1")
    void it_is_a_sorted_set(@ForAll int[] numbers) {
        TreeSet<Integer> oracle = new TreeSet<>();
        for (int number : numbers) oracle.add(number);

        SeatSet set = SeatSet.of(numbers);

        assertArrayEquals(sorted(oracle), set.toArray());
        assertEquals(oracle.size(), set.size());
        assertEquals(oracle.isEmpty(), set.isEmpty());
        assertTrue(set.allMatch(oracle::contains));
    }

    @Property(seed = "2")
    void it_is_cut_down_to_what_passes(
            @ForAll Set<@IntRange(min = -9, max = 9) Integer> numbers,
            @ForAll @IntRange(min = -10, max = 10) int limit) {
        SeatSet set = SeatSet.of(sorted(new TreeSet<>(numbers)));

        assertArrayEquals(
                sorted(new TreeSet<>(numbers).headSet(limit)),
                set.where(number -> number < limit).toArray());
        assertEquals(numbers.contains(limit), set.contains(limit));
    }

    @Test
    void if_all_pass_it_is_the_very_same() {
        SeatSet set = SeatSet.of(3, 1);

        assertSame(set, set.where(number -> number > 0));
        assertSame(SeatSet.none(), set.where(number -> number > 3));
        assertSame(SeatSet.none(), SeatSet.of(new int[0]));
    }

    @Test
    void sets_of_the_same_numbers_are_equal() {
        assertEquals(SeatSet.of(1, 2), SeatSet.of(2, 1, 2));
        assertEquals(SeatSet.of(1, 2).hashCode(), SeatSet.of(2, 1, 2).hashCode());
        assertEquals(SeatSet.of(7), SeatSet.of(new int[] {7}));
        assertNotEquals(SeatSet.of(1, 2), SeatSet.of(1));
        assertFalse(SeatSet.none().equals(null));
        assertEquals("[1, 2]", SeatSet.of(2, 1).toString());
    }

    @Test
    void nobody_changes_it_from_outside() {
        int[] numbers = {1, 2};
        SeatSet set = SeatSet.of(numbers);
        numbers[0] = 9;
        set.toArray()[1] = 9;

        assertEquals(SeatSet.of(1, 2), set);
        assertEquals(1, set.get(0));
        assertEquals(2, set.get(1));
    }

    private static int[] sorted(Set<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
