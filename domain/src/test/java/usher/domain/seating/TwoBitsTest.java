package usher.domain.seating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwoBitsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 63, 64, 100})
    void they_keep_what_a_byte_array_keeps(int last) {
        SplittableRandom random = new SplittableRandom(last);
        long[] words = TwoBits.allZero(last);
        byte[] oracle = new byte[last + 1];
        for (int i = 0; i < 1000; i++) {
            int index = random.nextInt(1, last + 1);
            int value = random.nextInt(4);
            TwoBits.set(words, index, value);
            oracle[index] = (byte) value;
            compare(oracle, words);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 63, 64, 100})
    void the_next_of_a_value_of_two_of_it_and_of_another_are_found_from_anywhere(int last) {
        SplittableRandom random = new SplittableRandom(last);
        for (int round = 0; round < 50; round++) {
            long[] words = TwoBits.allZero(last);
            byte[] oracle = new byte[last + 1];
            for (int i = random.nextInt(4); i > 0; i--) {
                int index = random.nextInt(1, last + 1);
                oracle[index] = (byte) random.nextInt(4);
                TwoBits.set(words, index, oracle[index]);
            }
            for (int from = 1; from <= last + 1; from++) {
                for (int value = 0; value < 4; value++) {
                    int expected = next(oracle, value, from);
                    assertEquals(expected, TwoBits.next(words, value, from, last));
                    int pair = nextPair(oracle, value, from);
                    assertEquals(pair, TwoBits.nextPair(words, value, from, last));
                    int other = nextOther(oracle, value, from);
                    assertEquals(other, TwoBits.nextOther(words, value, from, last));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 31, 32, 33, 100})
    void packed_they_stand_four_in_a_byte_from_index_1_on_in_the_lowest_bits(int last) {
        SplittableRandom random = new SplittableRandom(last);
        long[] words = TwoBits.allZero(last);
        for (int i = 1; i <= last; i++) TwoBits.set(words, i, random.nextInt(4));

        byte[] packed = TwoBits.packed(words, last);

        assertEquals((last + 3) / 4, packed.length);
        for (int i = 0; i < 4 * packed.length; i++) {
            int expected = i < last ? TwoBits.get(words, i + 1) : 0;
            assertEquals(expected, (packed[i / 4] >> (2 * (i % 4))) & 3);
        }
    }

    @Test
    void a_search_does_not_look_behind_the_last() {
        long[] words = TwoBits.allZero(100);
        TwoBits.set(words, 9, 2);

        assertEquals(0, TwoBits.next(words, 2, 1, 8));
        assertEquals(9, TwoBits.next(words, 2, 1, 9));
        assertEquals(9, TwoBits.nextOther(words, 0, 1, 8));
        assertEquals(9, TwoBits.nextOther(words, 0, 1, 20));
    }

    @Test
    void they_cost_two_bits_each() {
        assertEquals(100_000 / 32 + 1, TwoBits.allZero(100_000).length);
    }

    private static void compare(byte[] oracle, long[] words) {
        byte[] kept = new byte[oracle.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (byte) TwoBits.get(words, i);
        }
        assertEquals(Arrays.toString(oracle), Arrays.toString(kept));
    }

    private static int nextPair(byte[] oracle, int value, int from) {
        for (int i = from; i + 1 < oracle.length; i++) {
            if (oracle[i] == value && oracle[i + 1] == value) return i;
        }
        return 0;
    }

    private static int nextOther(byte[] oracle, int value, int from) {
        for (int i = from; i < oracle.length; i++) {
            if (oracle[i] != value) return i;
        }
        return oracle.length;
    }

    private static int next(byte[] oracle, int value, int from) {
        for (int i = from; i < oracle.length; i++) {
            if (oracle[i] == value) return i;
        }
        return 0;
    }
}
