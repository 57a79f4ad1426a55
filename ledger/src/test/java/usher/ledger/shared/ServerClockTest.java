package usher.ledger.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The server's time, counted on by a monotonic clock that the test turns.
final class ServerClockTest {

    private static final long FIRST_MILLIS = 1_795_000_000_000L;

    private long nanos = 7_000_000_000L;
    private final ServerClock clock = new ServerClock(() -> nanos);

    @Test
    void it_shows_what_the_server_shows_in_the_middle_of_the_question() {
        clock.set(
                () -> {
                    pass(40);
                    return FIRST_MILLIS * 1_000;
                });
        long sinceTheFirst = 3 * 40 - 20;
        assertEquals(FIRST_MILLIS + sinceTheFirst, clock.millis());
    }

    @Test
    void the_quickest_of_three_answers_is_believed() {
        Iterator<Integer> waysMillis = List.of(600, 10, 90).iterator();
        long began = nanos;
        clock.set(
                () -> {
                    pass(waysMillis.next());
                    return (FIRST_MILLIS + (nanos - began) / 1_000_000) * 1_000;
                });
        assertEquals(FIRST_MILLIS + 700 + 5, clock.millis());
    }

    @Test
    void the_server_is_asked_again_after_ten_seconds_and_not_before() {
        serverShows(FIRST_MILLIS);
        pass(9_999);
        clock.tend(() -> (FIRST_MILLIS + 77_000) * 1_000);
        assertEquals(FIRST_MILLIS + 9_999, clock.millis());
        pass(1);
        clock.tend(() -> (FIRST_MILLIS + 77_000) * 1_000);
        assertEquals(FIRST_MILLIS + 77_000, clock.millis());
    }

    @Test
    void between_two_looks_it_goes_as_the_monotonic_clock_goes() {
        serverShows(FIRST_MILLIS);
        pass(1_234);
        assertEquals(FIRST_MILLIS + 1_234, clock.millis());
    }

    @Test
    void half_of_the_way_is_the_way_there() {
        clock.adjust(nanos - TimeUnit.MILLISECONDS.toNanos(40), FIRST_MILLIS * 1_000_000);
        assertEquals(FIRST_MILLIS + 40, clock.millis());
    }

    @Test
    void a_clock_that_is_behind_is_put_right_at_once() {
        serverShows(FIRST_MILLIS);
        assertEquals(FIRST_MILLIS, clock.millis());
        serverShows(FIRST_MILLIS + 500);
        assertEquals(FIRST_MILLIS + 500, clock.millis());
    }

    @Test
    void a_clock_that_is_ahead_goes_slower_until_it_is_right_and_never_back() {
        serverShows(FIRST_MILLIS + 500);
        assertEquals(FIRST_MILLIS + 500, clock.millis());
        serverShows(FIRST_MILLIS);
        assertEquals(FIRST_MILLIS + 500, clock.millis());
        pass(1_000);
        assertEquals(FIRST_MILLIS + 1_400, clock.millis());
        pass(4_000);
        assertEquals(FIRST_MILLIS + 5_000, clock.millis());
        pass(60_000);
        assertEquals(FIRST_MILLIS + 65_000, clock.millis(), "it went slower for too long");
    }

    @Test
    void it_never_shows_less_than_it_has_shown() {
        long latest = 0;
        for (int i = 0; i < 1_000; i++) {
            long jitterMillis = (i * 7919L) % 200 - 100;
            serverShows(FIRST_MILLIS + 10L * i + jitterMillis);
            pass(10);
            assertTrue(clock.millis() >= latest);
            latest = clock.millis();
        }
    }

    private void serverShows(long millis) {
        clock.adjust(nanos, millis * 1_000_000);
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
