package usher.ledger.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import redis.clients.jedis.Jedis;
import usher.ledger.Ledger;
import usher.ledger.conformance.DurableStore;
import usher.test.servers.TestRedis;

/// A ledger with keys of its own.
///
/// When a handle's process is to die, the server ends its connections, as it would find them then;
/// what is left of the handle is closed in the end.
final class RedisStoreUnderTest implements DurableStore {

    private final String name = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Ledger> dead = new ArrayList<>();
    private final List<Ledger> alive = new ArrayList<>();

    @Override
    public Ledger open() {
        RedisOptions options = RedisOptions.standard().withRelaxedAllowed(TestRedis.isNamed());
        Ledger opened = RedisLedger.open(TestRedis.url(name), options);
        alive.add(opened);
        return opened;
    }

    @Override
    public void crash() {
        try (Jedis server = TestRedis.connect()) {
            TestRedis.disconnect(server, name);
        }
        dead.addAll(alive);
        alive.clear();
    }

    @Override
    public void close() {
        dead.forEach(Ledger::close);
        try (Jedis server = TestRedis.connect()) {
            TestRedis.forget(server, name);
        }
    }
}
