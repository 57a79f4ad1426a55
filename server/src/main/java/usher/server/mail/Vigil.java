package usher.server.mail;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import usher.domain.selling.BookingStatus;

/// How often a booking of which there is nothing to tell is looked at again, and for how long.
/// Mostly
/// somebody says when it changes; this is for when nobody heard.
///
/// @param sinceMillis when it was made, in milliseconds since 1970
/// @param startsAt when its event begins; null: nobody knows
record Vigil(BookingStatus status, long sinceMillis, @Nullable Instant startsAt) {

    static final long PENDING_MILLIS = TimeUnit.MINUTES.toMillis(1);
    static final long WATCH_MILLIS_MIN = TimeUnit.HOURS.toMillis(1);
    static final long WATCH_MILLIS_MAX = TimeUnit.DAYS.toMillis(1);

    /// Money may come after all.
    static final long LATE_MONEY_MILLIS = TimeUnit.DAYS.toMillis(3);

    private static final long AFTER_THE_EVENT_MILLIS = TimeUnit.DAYS.toMillis(30);
    private static final long WITHOUT_A_DATE_MILLIS = TimeUnit.DAYS.toMillis(400);
    private static final int LOOKS_IN_ITS_LIFE = 10;

    /// When to look again, in milliseconds since 1970; empty: nothing will come of it.
    OptionalLong next(long nowMillis) {
        return switch (status) {
            case PENDING -> OptionalLong.of(nowMillis + PENDING_MILLIS);
            case FAILED, EXPIRED ->
                    until(sinceMillis + LATE_MONEY_MILLIS, nowMillis, WATCH_MILLIS_MIN);
            case CONFIRMED -> until(end(), nowMillis, pauseMillis(nowMillis));
            case CANCELLED, REFUNDED -> OptionalLong.empty();
        };
    }

    private static OptionalLong until(long endMillis, long nowMillis, long pauseMillis) {
        boolean isOver = nowMillis >= endMillis;
        return isOver ? OptionalLong.empty() : OptionalLong.of(nowMillis + pauseMillis);
    }

    /// The older it is the less often.
    private long pauseMillis(long nowMillis) {
        long part = (nowMillis - sinceMillis) / LOOKS_IN_ITS_LIFE;
        return Math.clamp(part, WATCH_MILLIS_MIN, WATCH_MILLIS_MAX);
    }

    private long end() {
        return startsAt == null
                ? sinceMillis + WITHOUT_A_DATE_MILLIS
                : Math.max(sinceMillis, startsAt.toEpochMilli()) + AFTER_THE_EVENT_MILLIS;
    }
}
