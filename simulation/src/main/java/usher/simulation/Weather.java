package usher.simulation;

/// What goes wrong for a while, and how often. Probabilities are 0 to 1, times nanoseconds.
///
/// @param latencyNanos how long a message or a write takes, on average
/// @param unavailable how likely the ledger refuses a write
/// @param lost how likely a write is lost on its way to the ledger, and nobody knows
/// @param mute how likely the ledger writes, and its reply is lost
/// @param ghost how likely a write that was given up arrives all the same, late
/// @param unreadable how likely the ledger cannot be read
/// @param signalLost how likely nobody is told of an entry
/// @param signalTwice how likely everybody is told twice
/// @param snapshotLost how likely a snapshot is gone when it is looked for
/// @param rival how likely another writer is first, each time that somebody writes
/// @param crashAtWrite how likely a node dies between its write and the reply
/// @param crashEveryNanos how often a node dies at any other moment; 0: never
/// @param pauseEveryNanos how often a node stands still for a while; 0: never
/// @param cutEveryNanos how often a node is cut off from the ledger for a while; 0: never
/// @param jumpEveryNanos how often a node takes another time for the ledger's for a while; 0: never
record Weather(
        long latencyNanos,
        double unavailable,
        double lost,
        double mute,
        double ghost,
        double unreadable,
        double signalLost,
        double signalTwice,
        double snapshotLost,
        double rival,
        double crashAtWrite,
        long crashEveryNanos,
        long pauseEveryNanos,
        long cutEveryNanos,
        long jumpEveryNanos) {

    static final long CALM_LATENCY_NANOS = VirtualTime.MILLIS / 2;

    static final Weather CALM = calm(0, 0, 0);

    /// Nothing goes wrong but what must not matter: signals and snapshots may get lost even now.
    static Weather calm(Chance chance) {
        return calm(rate(chance, 1), rate(chance, 0.5), rate(chance, 0.5));
    }

    private static Weather calm(double signalLost, double signalTwice, double snapshotLost) {
        return new Weather(
                CALM_LATENCY_NANOS,
                0,
                0,
                0,
                0,
                0,
                signalLost,
                signalTwice,
                snapshotLost,
                0,
                0,
                0,
                0,
                0,
                0);
    }

    /// Each fault is away, rare or frequent, independently of the others.
    static Weather storm(Chance chance) {
        return new Weather(
                chance.happens(0.3)
                        ? chance.between(20, 400) * VirtualTime.MILLIS
                        : latency(chance),
                rate(chance, 0.3),
                rate(chance, 0.3),
                rate(chance, 0.3),
                rate(chance, 0.2),
                rate(chance, 0.3),
                rate(chance, 1),
                rate(chance, 0.5),
                rate(chance, 0.5),
                rate(chance, 0.6),
                rate(chance, 0.05),
                pace(chance),
                pace(chance),
                pace(chance),
                pace(chance));
    }

    boolean isCalm() {
        return equals(calm(signalLost, signalTwice, snapshotLost));
    }

    private static long latency(Chance chance) {
        return chance.between(CALM_LATENCY_NANOS / 4, 8 * CALM_LATENCY_NANOS);
    }

    private static double rate(Chance chance, double most) {
        return switch (chance.below(4)) {
            case 0, 1 -> 0;
            case 2 -> most / 10;
            default -> most;
        };
    }

    private static long pace(Chance chance) {
        return chance.happens(0.5) ? 0 : chance.between(500, 4_000) * VirtualTime.MILLIS;
    }
}
