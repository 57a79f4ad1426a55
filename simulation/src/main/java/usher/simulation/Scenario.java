package usher.simulation;

import java.util.List;
import usher.engine.EngineSettings;

/// What kind of world a run plays in: drawn from the seed before anything happens.
///
/// @param nodes how many processes serve
/// @param shared whether they share a ledger that lives elsewhere; else the one node has its own
/// @param users how many clients ask
/// @param events how many events they begin with
/// @param seatsMax how many seats an event has at most
/// @param thinkNanos how long a client waits between two asks, on average
/// @param stormsNanos for how long the weather changes; after that it is calm
/// @param settings the bounds of each engine: mostly tiny, so that they are reached
record Scenario(
        int nodes,
        boolean shared,
        int users,
        int events,
        int seatsMax,
        long thinkNanos,
        long stormsNanos,
        EngineSettings settings) {

    /// How long clients go on asking after the last storm.
    static final long AFTERNOON_NANOS = 7 * VirtualTime.SECONDS;

    /// How long after the last ask everything must be answered.
    static final long EVENING_NANOS = 12 * VirtualTime.SECONDS;

    static Scenario draw(Chance chance) {
        int nodes = chance.oneOf(List.of(1, 1, 2, 2, 2, 3, 5));
        boolean shared = nodes > 1 || chance.happens(0.3);
        return new Scenario(
                nodes,
                shared,
                chance.between(2, 12),
                chance.between(1, 4),
                chance.oneOf(List.of(1, 3, 8, 40)),
                chance.between(5, 600) * VirtualTime.MILLIS,
                chance.between(4, 20) * VirtualTime.SECONDS,
                settings(chance));
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
