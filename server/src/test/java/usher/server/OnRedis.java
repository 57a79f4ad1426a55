package usher.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import redis.clients.jedis.Jedis;
import usher.test.servers.TestRedis;

/// A ledger in Redis for tests, with keys of its own, gone after the last.
public final class OnRedis implements QuarkusTestResourceLifecycleManager {

    private final String prefix = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);

    @Override
    public Map<String, String> start() {
        return Map.of(
                "usher.ledger",
                TestRedis.url(prefix),
                "usher.ledger-durability",
                TestRedis.isNamed() ? "relaxed" : "full",
                "usher.secret-file",
                "src/test/resources/secrets");
    }

    @Override
    public void stop() {
        try (Jedis server = TestRedis.connect()) {
            TestRedis.forget(server, prefix);
        }
    }
}
