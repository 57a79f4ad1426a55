package usher.ledger.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Where blocks come to lie.
final class RingTest {

    private final Ring ring = new Ring(100, 0);

    @Test
    void blocks_lie_one_after_another() {
        assertEquals(0, ring.claim(1, 30));
        assertEquals(30, ring.claim(2, 30));
        assertEquals(60, ring.claim(3, 40));
    }

    @Test
    void a_block_that_does_not_fit_waits_until_one_is_filed() {
        ring.claim(1, 60);
        assertEquals(Ring.FULL, ring.claim(2, 50));
        ring.release(1);
        assertEquals(0, ring.claim(2, 50));
    }

    @Test
    void a_full_ring_is_not_an_empty_one() {
        ring.claim(1, 50);
        ring.claim(2, 50);
        assertEquals(Ring.FULL, ring.claim(3, 1));
        ring.release(1);
        assertEquals(0, ring.claim(3, 50));
        assertEquals(Ring.FULL, ring.claim(4, 1));
    }

    @Test
    void a_block_longer_than_the_ring_never_fits() {
        assertEquals(Ring.FULL, ring.claim(1, 101));
    }

    @Test
    void blocks_in_use_never_overlap() {
        Random random = new Random(7);
        Deque<long[]> used = new ArrayDeque<>();
        long block = 0;
        for (int step = 0; step < 100_000; step++) {
            if (random.nextInt(3) == 0 && !used.isEmpty()) {
                ring.release(used.removeFirst()[0]);
            }
            int length = 1 + random.nextInt(40);
            long start = ring.claim(block + 1, length);
            if (start == Ring.FULL) continue;
            block++;
            assertTrue(start + length <= 100);
            for (long[] other : used) {
                assertTrue(start >= other[2] || start + length <= other[1]);
            }
            used.addLast(new long[] {block, start, start + length});
        }
        assertTrue(block > 10_000);
    }
}
