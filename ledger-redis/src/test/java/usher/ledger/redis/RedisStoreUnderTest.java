package usher.ledger.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;
import usher.ledger.Ledger;
import usher.ledger.conformance.DurableStore;
import usher.test.servers.RedisCluster;
import usher.test.servers.RedisProcess;
import usher.test.servers.TestRedis;

/// A ledger with keys of its own, on one server or on a cluster that other tests use, too.
///
/// When a handle's process is to die, the servers end its connections, as they would find them
/// then;
/// what is left of the handle is closed in the end.
final class RedisStoreUnderTest implements DurableStore {

    private final String name = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);
    private final String url;
    private final List<Supplier<Jedis>> servers;
    private final List<Ledger> dead = new ArrayList<>();
    private final List<Ledger> alive = new ArrayList<>();

    private RedisStoreUnderTest(String url, List<Supplier<Jedis>> servers) {
        this.url = TestRedis.named(url, name);
        this.servers = servers;
    }

    static RedisStoreUnderTest onOneServer() {
        return new RedisStoreUnderTest(TestRedis.url(), List.of(TestRedis::connect));
    }

    static RedisStoreUnderTest onCluster(RedisCluster cluster) {
        List<Supplier<Jedis>> servers = new ArrayList<>();
        for (RedisProcess server : cluster.servers()) servers.add(server::connect);
        return new RedisStoreUnderTest(cluster.url(), servers);
    }

    @Override
    public Ledger open() {
        RedisOptions options = RedisOptions.standard().withRelaxedAllowed(TestRedis.isNamed());
        Ledger opened = RedisLedger.open(url, options);
        alive.add(opened);
        return opened;
    }

    @Override
    public void crash() {
        forEachServer(server -> TestRedis.disconnect(server, name));
        dead.addAll(alive);
        alive.clear();
    }

    @Override
    public void close() {
        dead.forEach(Ledger::close);
        forEachServer(server -> TestRedis.forget(server, name));
    }

    private void forEachServer(Consumer<Jedis> what) {
        for (Supplier<Jedis> server : servers) {
            try (Jedis connection = server.get()) {
                what.accept(connection);
            }
        }
    }
}
