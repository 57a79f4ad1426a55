package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import usher.test.servers.TestPostgres;

/// The server's time, counted on by a monotonic clock that the test turns.
final class ServerClockTest {

    private static final long FIRST_MILLIS = 1_795_000_000_000L;

    private long nanos = 7_000_000_000L;
    private final ServerClock clock = new ServerClock(() -> nanos);

    @Test
    void it_shows_the_time_of_the_server() throws SQLException {
        nanos += TimeUnit.HOURS.toNanos(1);
        try (Connection connection = TestPostgres.connect()) {
            long before = serverMillis(connection);
            clock.tend(connection);
            long shown = clock.millis();
            assertTrue(before <= shown && shown <= serverMillis(connection));
        }
    }

    @Test
    void the_server_is_asked_again_after_ten_seconds_and_not_before() throws SQLException {
        serverShows(FIRST_MILLIS);
        try (Connection connection = TestPostgres.connect()) {
            pass(9_999);
            clock.tend(connection);
            assertEquals(FIRST_MILLIS + 9_999, clock.millis());

            serverShows(0);
            pass(TimeUnit.HOURS.toMillis(24 * 365 * 60));
            long before = serverMillis(connection);
            clock.tend(connection);
            assertTrue(before <= clock.millis());
        }
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

    private static long serverMillis(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT floor(date_part('epoch', clock_timestamp()) * 1000)")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
