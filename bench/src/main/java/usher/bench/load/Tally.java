package usher.bench.load;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/// What came of a load: how many were answered in time, how late each was, and what went wrong.
public final class Tally {

    private static final long LATENCY_MICROS_MAX = 60_000_000;
    private static final int STATUS_MAX = 1000;

    private final Histogram latencyMicros = new Histogram(LATENCY_MICROS_MAX, 3);
    private final long[] unexpected = new long[STATUS_MAX];
    private long answersInTime;
    private long lost;
    private long malformed;
    private long unanswered;
    private boolean ranDry;

    void answered(int status, boolean isExpected, long latencyNanos, boolean isInTime) {
        latencyMicros.recordValue(clamp(latencyNanos));
        if (!isExpected) {
            unexpected[Math.min(status, STATUS_MAX - 1)]++;
        } else if (isInTime) {
            answersInTime++;
        }
    }

    /// A request that nobody answered for `latencyNanos`, after which nobody waited any longer.
    void gaveUp(long latencyNanos) {
        latencyMicros.recordValue(clamp(latencyNanos));
        unanswered++;
    }

    void lostConnection() {
        lost++;
    }

    void malformedAnswer() {
        malformed++;
    }

    void ranDry() {
        ranDry = true;
    }

    /// Expected answers that came before the end of the load.
    public long answersInTime() {
        return answersInTime;
    }

    /// Connections that the server closed, or that broke.
    public long lostConnections() {
        return lost;
    }

    /// The latency that `percentile` (0 to 100) of all requests did not exceed, in microseconds.
    public long latencyMicros(double percentile) {
        return latencyMicros.getValueAtPercentile(percentile);
    }

    /// How many requests took `micros` or longer.
    public long countSlowerThan(long micros) {
        return latencyMicros.getCountBetweenValues(micros, LATENCY_MICROS_MAX);
    }

    /// What went wrong, in words without blanks; empty if nothing did.
    public String trouble() {
        StringBuilder text = new StringBuilder();
        for (int status = 0; status < STATUS_MAX; status++) {
            say(text, "status-" + status, unexpected[status]);
        }
        say(text, "lost-connection", lost);
        say(text, "malformed", malformed);
        say(text, "unanswered", unanswered);
        say(text, "no-seats-left", ranDry ? 1 : 0);
        return text.toString();
    }

    private static void say(StringBuilder text, String what, long count) {
        if (count == 0) return;
        if (!text.isEmpty()) text.append(',');
        text.append(String.format(Locale.ROOT, "%s:%d", what, count));
    }

    private static long clamp(long nanos) {
        return Math.clamp(nanos / 1000, 0, LATENCY_MICROS_MAX);
    }
}
