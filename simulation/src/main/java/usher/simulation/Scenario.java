package usher.simulation;

import java.util.List;
import usher.engine.EngineSettings;

/// What kind of world a run plays in: drawn from the seed before anything happens.
///
/// @param nodes how many processes serve
/// @param shared whether they share a ledger that lives elsewhere; else the one node has its own
/// @param sale whether everything has a price, and clients mostly book and pay
/// @param users how many clients ask
/// @param events how many events they begin with
/// @param seatsMax how many seats an event has at most
/// @param thinkNanos how long a client waits between two asks, on average
/// @param stormsNanos for how long the weather changes; after that it is calm
/// @param afternoonNanos how long clients go on asking after the last storm
/// @param settings the bounds of each engine: mostly tiny, so that they are reached
record Scenario(
        int nodes,
        boolean shared,
        boolean sale,
        int users,
        int events,
        int seatsMax,
        long thinkNanos,
        long stormsNanos,
        long afternoonNanos,
        EngineSettings settings) {

    /// How long after the last ask everything must be answered.
    static final long EVENING_NANOS = 12 * VirtualTime.SECONDS;

    static Scenario draw(Chance chance) {
        if (chance.happens(0.04)) return rush(chance);
        return ordinary(chance, chance.happens(0.25));
    }

    private static Scenario ordinary(Chance chance, boolean sale) {
        int nodes = chance.oneOf(List.of(1, 1, 2, 2, 2, 3, 5));
        return new Scenario(
                nodes,
                nodes > 1 || chance.happens(0.3),
                sale,
                chance.between(2, 12),
                chance.between(1, 4),
                sale ? 40 : chance.oneOf(List.of(1, 3, 8, 40)),
                chance.between(5, 600) * VirtualTime.MILLIS,
                chance.between(4, 20) * VirtualTime.SECONDS,
                7 * VirtualTime.SECONDS,
                settings(chance));
    }

    /// Everybody wants the same event at once, from several nodes: nobody may starve.
    private static Scenario rush(Chance chance) {
        EngineSettings impatient = new EngineSettings(1_024, 256, 64, 300, 300, 1_000, 600_000, 64);
        return new Scenario(
                chance.between(2, 4),
                true,
                false,
                chance.between(10, 20),
                1,
                200,
                VirtualTime.MILLIS / 3,
                0,
                1_200 * VirtualTime.MILLIS,
                impatient);
    }

    private static EngineSettings settings(Chance chance) {
        return new EngineSettings(
                chance.oneOf(List.of(4, 64, 1024)),
                chance.oneOf(List.of(2, 16, 256)),
                chance.oneOf(List.of(1, 3, 64)),
                chance.oneOf(List.of(1_000, 5_000)),
                chance.oneOf(List.of(200, 2_000)),
                chance.oneOf(List.of(1, 10, 1000)),
                chance.oneOf(List.of(20, 500, 600_000)),
                chance.oneOf(List.of(1, 2, 64)));
    }
}
