package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.FlushMode;
import usher.ledger.LedgerException;
import usher.ledger.conformance.Patience;
import usher.ledger.redis.Tallies.Use;
import usher.test.servers.RedisProcess;

/// What nodes use up together, and what a Redis does to it that is killed, or forgets.
final class TalliesTest {

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final String name = UUID.randomUUID().toString();

    @Test
    void what_one_node_uses_the_other_sees_at_once() {
        try (RedisProcess server = RedisProcess.durable();
                Tallies one = at(server);
                Tallies other = at(server)) {
            assertEquals(List.of(HOUR_MICROS), add(one, HOUR_MICROS));
            long both = add(other, HOUR_MICROS).getFirst();
            assertTrue(both > HOUR_MICROS && both <= 2 * HOUR_MICROS, () -> "it is " + both);
            assertEquals(
                    List.of(0L, HOUR_MICROS),
                    one.add(List.of(new Use("a" + name, 0), new Use("b" + name, HOUR_MICROS))));
            assertTrue(add(one, 0).getFirst() <= both);
        }
    }

    @Test
    void what_runs_empty_is_gone() {
        try (RedisProcess server = RedisProcess.durable();
                Tallies tallies = at(server);
                Jedis jedis = server.connect()) {
            add(tallies, 20_000);
            Patience.until(() -> add(tallies, 0).equals(List.of(0L)));
            Patience.until(() -> jedis.dbSize() == 0);
        }
    }

    @Test
    void a_redis_that_is_away_counts_nothing_and_one_that_is_back_does() {
        try (RedisProcess server = RedisProcess.durable();
                Tallies tallies = at(server)) {
            add(tallies, HOUR_MICROS);
            server.kill();
            assertEquals(List.of(), add(tallies, HOUR_MICROS));
            server.start();
            Patience.until(() -> !add(tallies, 0).isEmpty());
            assertTrue(add(tallies, 0).getFirst() <= HOUR_MICROS);
        }
    }

    @Test
    void a_redis_that_forgot_the_script_is_taught_it_again() {
        try (RedisProcess server = RedisProcess.durable();
                Tallies tallies = at(server);
                Jedis jedis = server.connect()) {
            add(tallies, HOUR_MICROS);
            jedis.scriptFlush(FlushMode.SYNC);
            assertFalse(add(tallies, 0).isEmpty());
        }
    }

    @Test
    void a_wrong_url_is_refused_by_the_name_of_its_setting() {
        LedgerException wrong =
                assertThrows(LedgerException.class, () -> Tallies.at("http://x", "USHER_REDIS"));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith("USHER_REDIS "));
    }

    private List<Long> add(Tallies tallies, long micros) {
        return tallies.add(List.of(new Use(name, micros)));
    }

    private static Tallies at(RedisProcess server) {
        return Tallies.at(server.url(), "USHER_REDIS");
    }
}
