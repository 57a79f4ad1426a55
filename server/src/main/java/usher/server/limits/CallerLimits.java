package usher.server.limits;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import usher.server.Settings;
import usher.server.http.Clock;

/// Makes the limits, all by one clock and one settlement.
@Singleton
public final class CallerLimits {

    private final Settlement settlement;
    private final MeterRegistry registry;
    private final TimeMeter time;
    private final int usersPerAddress;

    @Inject
    CallerLimits(Settings settings, Clock clock, Settlement settlement, MeterRegistry registry) {
        this(settings.rateLimitUsersPerAddress(), new LedgerTime(clock), settlement, registry);
    }

    CallerLimits(
            int usersPerAddress, TimeMeter time, Settlement settlement, MeterRegistry registry) {
        this.usersPerAddress = usersPerAddress;
        this.time = time;
        this.settlement = settlement;
        this.registry = registry;
    }

    /// A limit of `rate` for each user, and of that of many users for each address.
    ///
    /// @param what what it is a limit of, in metrics and in Redis
    /// @param detail what callers are told that have done it too often
    CallerLimit limit(String what, Rate rate, String detail) {
        return new CallerLimit(
                counted(what, "user", rate),
                counted(what, "address", rate.times(usersPerAddress)),
                settlement,
                detail);
    }

    private CallerLimit.Counted counted(String what, String who, Rate rate) {
        return new CallerLimit.Counted(
                new Purses(what + ":" + who, rate, time),
                registry.counter("usher.rate.limited", "what", what, "who", who));
    }

    /// The time by which purses fill up.
    private record LedgerTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.nowMillis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
