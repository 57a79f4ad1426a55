package usher.simulation;

import static usher.simulation.BrokenPromise.unless;

import java.util.HashMap;
import java.util.Map;
import usher.domain.BoxOffice;

/// Insists that a hold that runs out is written down soon, whether or not anybody has its event
/// loaded: within [#PROMPT_MILLIS], if it has been calm for a while and a node was there.
final class Promptness {

    private static final long PROMPT_MILLIS = 100;
    private static final long CLOCK_ERRORS_MILLIS = 6;

    private final World world;
    private final Map<History, Long> watched = new HashMap<>();

    Promptness(World world) {
        this.world = world;
    }

    /// Looks at `history` again when its next deadline should have been met.
    void watch(History history) {
        long deadline = expiryMillis(history);
        if (deadline == Long.MAX_VALUE) return;
        Long before = watched.put(history, deadline);
        if (before != null && before == deadline) return;
        long dueNanos = VirtualTime.nanosOf(deadline);
        long lateMillis = PROMPT_MILLIS + CLOCK_ERRORS_MILLIS;
        world.time().at(dueNanos + lateMillis * VirtualTime.MILLIS, () -> check(history, deadline));
    }

    private void check(History history, long deadline) {
        if (expiryMillis(history) > deadline) return;
        unless(
                !world.isFineSince(VirtualTime.nanosOf(deadline)),
                "a hold that ran out at %d is not written down as expired %d ms later",
                deadline,
                world.time().millis() - deadline);
    }

    private static long expiryMillis(History history) {
        return history.head() instanceof BoxOffice office ? office.expiryMillis() : Long.MAX_VALUE;
    }
}
