package usher.domain.analytics;

import java.util.EnumMap;
import java.util.Map;

/// How often each [Step] happened, and what was earned: of a tier, or within a time.
public final class Tally {

    private final Map<Step, Long> places = new EnumMap<>(Step.class);
    private long revenue;
    private long refunds;

    Tally() {}

    /// To how many places it happened.
    public long places(Step step) {
        return places.getOrDefault(step, 0L);
    }

    /// What was paid, in minor units.
    public long revenue() {
        return revenue;
    }

    /// What of it went back, in minor units.
    public long refunds() {
        return refunds;
    }

    /// How many claims were open if nothing had been claimed before.
    public long open() {
        return places(Step.CLAIMED) - ended();
    }

    /// How many claims ended.
    public long ended() {
        long ended = 0;
        for (Step step : Step.values()) {
            if (step.endsClaim()) ended += places(step);
        }
        return ended;
    }

    void count(Step step) {
        places.merge(step, 1L, Long::sum);
    }

    void earn(long amount) {
        revenue += amount;
    }

    void payBack(long amount) {
        refunds += amount;
    }

    void add(Tally other) {
        other.places.forEach((step, count) -> places.merge(step, count, Long::sum));
        revenue += other.revenue;
        refunds += other.refunds;
    }
}
