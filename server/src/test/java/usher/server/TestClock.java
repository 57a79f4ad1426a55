package usher.server;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that a test may stop and put forward, so that no test depends on being fast.
@Mock
@Singleton
public final class TestClock implements InstantSource {

    private static final long RUNNING = -1;

    private final AtomicLong aheadMillis = new AtomicLong();
    private volatile long stoppedAtMillis = RUNNING;

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        long stopped = stoppedAtMillis;
        long now = stopped == RUNNING ? System.currentTimeMillis() : stopped;
        return now + aheadMillis.get();
    }

    /// Time stands still from now on, but for [#advance].
    public void stop() {
        stoppedAtMillis = System.currentTimeMillis();
    }

    /// Time goes on.
    public void run() {
        stoppedAtMillis = RUNNING;
    }

    /// It is later at once.
    public void advance(Duration time) {
        aheadMillis.addAndGet(time.toMillis());
    }
}
