package usher.simulation;

/// The weather as it changes: storms and calms take turns, until it is calm for good.
final class Sky {

    private final VirtualTime time;
    private final Chance chance;
    private final Trace trace;
    private Weather weather = Weather.CALM;
    private long calmSinceNanos;

    Sky(VirtualTime time, Chance chance, Trace trace) {
        this.time = time;
        this.chance = chance;
        this.trace = trace;
    }

    /// Lets storms come and go until `calmFromNanos`.
    void changeUntil(long calmFromNanos) {
        if (time.nanos() >= calmFromNanos) {
            become(Weather.calm(chance));
            return;
        }
        become(chance.happens(0.35) ? Weather.calm(chance) : Weather.storm(chance));
        long lasts = chance.between(1_000, 8_000) * VirtualTime.MILLIS;
        long until = Math.min(time.nanos() + lasts, calmFromNanos);
        time.at(until, () -> changeUntil(calmFromNanos));
    }

    Weather now() {
        return weather;
    }

    /// Whether nothing went wrong from `nanos` until now.
    boolean isCalmSince(long nanos) {
        return weather.isCalm() && calmSinceNanos <= nanos;
    }

    private void become(Weather next) {
        if (next.isCalm() && !weather.isCalm()) calmSinceNanos = time.nanos();
        weather = next;
        trace.note((next.isCalm() ? "calm " : "storm ") + next);
    }
}
