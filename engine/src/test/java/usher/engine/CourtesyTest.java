package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CourtesyTest {

    private static final long MILLI = 1_000_000;

    private final Courtesy courtesy = new Courtesy();

    @Test
    void who_never_lost_a_race_never_waits() {
        win(30, 5);
        assertTrue(courtesy.isEnough(1));
    }

    @Test
    void who_lost_decides_again_at_once() {
        win(30, 5);
        courtesy.lost();
        assertTrue(courtesy.isEnough(1));
    }

    @Test
    void after_that_as_many_are_enough_as_there_were_before() {
        courtesy.lost();
        win(30, 5);
        assertFalse(courtesy.isEnough(29));
        assertTrue(courtesy.isEnough(30));
    }

    @Test
    void nobody_waits_longer_than_a_write_took_nor_than_ten_milliseconds() {
        win(30, 3);
        assertEquals(4, courtesy.waitMillis());
        win(30, 3_000);
        assertEquals(10, courtesy.waitMillis());
    }

    @Test
    void a_wait_begins_and_ends_once() {
        courtesy.lost();
        win(30, 5);
        int turn = courtesy.beginsToWait();
        assertNotEquals(0, turn);
        assertEquals(0, courtesy.beginsToWait());
        assertTrue(courtesy.endsWait(turn));
        assertTrue(courtesy.isEnough(1));
        assertFalse(courtesy.endsWait(turn));
    }

    @Test
    void a_wait_for_an_entry_that_is_written_ends_no_other() {
        courtesy.lost();
        win(30, 5);
        int turn = courtesy.beginsToWait();
        win(30, 5);
        assertFalse(courtesy.endsWait(turn));
        assertFalse(courtesy.isEnough(29));
    }

    @Test
    void a_race_is_forgotten_after_some_entries() {
        courtesy.lost();
        for (int i = 0; i < 8; i++) {
            win(30, 5);
            assertFalse(courtesy.isEnough(1));
        }
        win(30, 5);
        assertTrue(courtesy.isEnough(1));
    }

    private void win(int callers, int millis) {
        courtesy.sent(0);
        courtesy.won(callers, millis * MILLI);
    }
}
