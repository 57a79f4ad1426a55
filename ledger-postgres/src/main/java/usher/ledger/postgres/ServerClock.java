package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// The server's time: measured now and then, and counted on in between by this machine's monotonic
/// clock, whatever its own time of day is.
///
/// When the server turns out to be behind, this clock goes slower until it is right again: it never
/// goes back and never stands still. Thread-safe.
final class ServerClock {

    private static final String QUESTION =
            "SELECT (date_part('epoch', clock_timestamp()) * 1e6)::bigint";
    private static final int SAMPLES = 3;
    private static final long AGAIN_NANOS = 10_000_000_000L;

    /// By which part of time the clock goes slower while it is ahead.
    private static final long SLOWER_PART = 10;

    /// The server's time when the monotonic clock was at `atNanos`, and how far ahead of it this
    /// clock was then.
    private record Reading(long atNanos, long serverNanos, long aheadNanos) {

        long at(long nanos) {
            long since = nanos - atNanos;
            return serverNanos + since + Math.max(0, aheadNanos - since / SLOWER_PART);
        }
    }

    private final AtomicLong latestMillis = new AtomicLong(Long.MIN_VALUE);
    private final LongSupplier nanoTime;
    private volatile Reading reading = new Reading(0, 0, 0);

    /// The clock of a server that is measured by `connection`.
    ServerClock(Connection connection) throws SQLException {
        this(System::nanoTime);
        reading = measured(connection);
    }

    /// A clock that runs by `nanoTime`, for tests.
    ServerClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    long millis() {
        long millis = Math.floorDiv(reading.at(nanoTime.getAsLong()), 1_000_000L);
        long latest = latestMillis.get();
        return millis == latest ? millis : latestMillis.accumulateAndGet(millis, Math::max);
    }

    /// Measures again, if it is time to. One thread only.
    void tend(Connection connection) throws SQLException {
        if (nanoTime.getAsLong() - reading.atNanos() < AGAIN_NANOS) return;
        Reading now = measured(connection);
        adjust(now.atNanos(), now.serverNanos());
    }

    /// The server showed `serverNanos` when it was `atNanos` here.
    void adjust(long atNanos, long serverNanos) {
        long now = nanoTime.getAsLong();
        long server = serverNanos + now - atNanos;
        reading = new Reading(now, server, Math.max(0, reading.at(now) - server));
    }

    /// The sample that came back soonest says it best; half of its way is the way there.
    private Reading measured(Connection connection) throws SQLException {
        long shortest = Long.MAX_VALUE;
        Reading best = reading;
        try (PreparedStatement ask = connection.prepareStatement(QUESTION)) {
            for (int i = 0; i < SAMPLES; i++) {
                long sent = nanoTime.getAsLong();
                long micros = answer(ask);
                long took = nanoTime.getAsLong() - sent;
                if (took < shortest) {
                    shortest = took;
                    best = new Reading(sent + took / 2, micros * 1_000, 0);
                }
            }
        }
        return best;
    }

    private static long answer(PreparedStatement ask) throws SQLException {
        try (ResultSet rows = ask.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
