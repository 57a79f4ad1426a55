package usher.server.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A purse of three, which gets one back each ten seconds.
final class PurseTest {

    private static final long EACH_MICROS = 10_000_000;

    private final Standing time = new Standing();
    private final Rate rate = new Rate(3, Duration.ofSeconds(10));
    private final Purse purse = new Purse("ann", rate, time);

    @Test
    void it_gives_what_is_in_it_and_then_one_at_a_time() {
        assertEquals(3, taken());
        assertEquals(TimeUnit.SECONDS.toNanos(10), purse.take());
        time.nanos += TimeUnit.SECONDS.toNanos(10);
        assertEquals(1, taken());
        purse.giveBack();
        assertEquals(1, taken());
    }

    @Test
    void it_is_told_once_what_was_spent() {
        purse.spend();
        purse.spend();
        assertEquals(2 * EACH_MICROS, purse.tell().micros());
        assertEquals(0, purse.tell().micros());
        assertEquals("ann", purse.tell().name());
    }

    @Test
    void it_is_news_once_until_it_is_told() {
        assertTrue(purse.note());
        assertFalse(purse.note());
        purse.tell();
        assertTrue(purse.note());
    }

    @Test
    void what_others_have_spent_is_gone_from_it() {
        purse.hear(2 * EACH_MICROS);
        assertEquals(1, taken());
    }

    @Test
    void what_it_has_told_itself_is_not_counted_twice() {
        purse.take();
        purse.spend();
        purse.hear(purse.tell().micros() - 1_000);
        assertEquals(2, taken());
    }

    @Test
    void what_was_spent_meanwhile_is_counted() {
        purse.take();
        purse.spend();
        long told = purse.tell().micros();
        purse.take();
        purse.spend();
        purse.hear(told + EACH_MICROS);
        assertEquals(0, taken());
    }

    @Test
    void more_than_there_was_is_paid_back_first() {
        purse.hear(5 * EACH_MICROS);
        time.nanos += TimeUnit.SECONDS.toNanos(20);
        assertEquals(0, taken());
        time.nanos += TimeUnit.SECONDS.toNanos(10);
        assertEquals(1, taken());
    }

    @Test
    void nothing_that_others_say_puts_anything_into_it() {
        assertEquals(3, taken());
        purse.hear(0);
        assertEquals(0, taken());
    }

    private int taken() {
        int taken = 0;
        while (purse.take() == 0) taken++;
        return taken;
    }

    /// A clock that goes on when a test says so.
    private static final class Standing implements TimeMeter {

        private long nanos = TimeUnit.DAYS.toNanos(1);

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
