package usher.server.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.ledger.redis.Tallies;
import usher.server.LedgerOfRun;
import usher.server.http.Problem;
import usher.test.servers.RedisProcess;

/// The limits of two nodes that share a Redis: ten tries within an hour.
@Tag(LedgerOfRun.EMBEDDED)
final class SharedLimitsTest {

    private static final int TRIES = 10;
    private static final Rate RATE = Rate.within(Duration.ofHours(1), TRIES);

    private final RedisProcess redis = RedisProcess.durable();
    private final Node one = new Node(redis);
    private final Node other = new Node(redis);

    @AfterEach
    void close() {
        one.settlement.end();
        other.settlement.end();
        redis.close();
    }

    @Test
    void what_was_done_at_one_node_counts_at_the_other() {
        String ann = UUID.randomUUID().toString();
        assertEquals(TRIES, one.tries(ann));
        await(() -> other.left(ann) < TRIES / 2);
    }

    @Test
    void what_both_give_at_once_is_paid_back() {
        String ann = UUID.randomUUID().toString();
        assertEquals(TRIES, one.tries(ann));
        Duration owed = RATE.each().multipliedBy(other.tries(ann));
        await(() -> one.waitSeconds(ann) > owed.toSeconds() / 2);
        await(() -> other.waitSeconds(ann) > owed.toSeconds() / 2);
    }

    @Test
    void what_is_given_back_does_not_count_anywhere() {
        String ann = UUID.randomUUID().toString();
        for (int i = 0; i < 5 * TRIES; i++) one.limit.begin(ann, ann).forget();
        one.limit.begin(ann, ann).count();
        assertTrue(other.tries(ann) >= TRIES - 1);
    }

    @Test
    void without_redis_each_node_limits_by_itself_and_with_it_they_do_so_together_again() {
        one.tries("somebody");
        redis.kill();
        String ann = UUID.randomUUID().toString();
        assertEquals(TRIES, one.tries(ann));
        assertEquals(TRIES, other.tries(ann));

        redis.start();
        await(
                () -> {
                    String bob = UUID.randomUUID().toString();
                    one.tries(bob);
                    return triesUntilRefused(other, bob) < TRIES / 2;
                });
    }

    /// A Redis that takes what it is sent and never answers holds nobody up.
    @Test
    void nobody_waits_for_a_redis_that_is_mute() {
        redis.kill();
        try (Mute mute = Mute.at(redis.port())) {
            Node slow = new Node(redis);
            assertEquals(TRIES, slow.tries("ann"));
            await(mute::isCalled);
            assertEquals(TRIES, slow.tries("bob"));
            slow.settlement.end();
        }
    }

    /// How often `who` may do it at `node`, with time for the node to hear of others in between;
    /// `TRIES` if it does not hear.
    private static int triesUntilRefused(Node node, String who) {
        int tries = 0;
        while (tries < TRIES && node.isLet(who)) {
            tries++;
            pause();
        }
        return tries;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("in vain waited");
            pause();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(100_000_000);
    }

    /// One node's limits.
    private static final class Node {

        private final Settlement settlement;
        private final CallerLimit limit;

        Node(RedisProcess redis) {
            settlement = new Settlement(Tallies.at(redis.url(), "USHER_REDIS"));
            limit =
                    new CallerLimits(
                                    10,
                                    TimeMeter.SYSTEM_MILLISECONDS,
                                    settlement,
                                    new SimpleMeterRegistry())
                            .limit("tries", RATE, "No more.");
        }

        /// How often `who` may do it, one try after the other.
        int tries(String who) {
            int tries = 0;
            while (isLet(who)) tries++;
            return tries;
        }

        /// How often `who` may do it yet, as far as this node knows.
        int left(String who) {
            List<CallerLimit.Turn> turns = new ArrayList<>();
            try {
                while (true) turns.add(limit.begin(who, who));
            } catch (Problem tooOften) {
                turns.forEach(CallerLimit.Turn::forget);
                return turns.size();
            }
        }

        boolean isLet(String who) {
            try {
                limit.begin(who, who).count();
                return true;
            } catch (Problem tooOften) {
                return false;
            }
        }

        long waitSeconds(String who) {
            return assertThrows(Problem.class, () -> limit.begin(who, who)).retryAfterSeconds();
        }
    }
}
