package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import usher.ledger.shared.ServerClock;
import usher.test.servers.TestPostgres;

/// The time of a real server.
final class ServerTimeTest {

    /// How far this machine may be from itself: both clocks are the same one.
    private static final long DAY_MILLIS = 86_400_000;

    @Test
    void the_ledgers_clock_shows_the_time_of_the_server() throws SQLException {
        try (Connection connection = TestPostgres.connect()) {
            ServerTime server = new ServerTime(connection);
            ServerClock clock = new ServerClock();
            clock.set(server);
            long ahead = clock.millis() - server.micros() / 1_000;
            assertTrue(Math.abs(ahead) < DAY_MILLIS, "ahead by " + ahead + " ms");
        }
    }
}
