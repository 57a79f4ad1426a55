package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.LedgerStore;
import usher.ledger.conformance.Patience;
import usher.ledger.conformance.SharedPromises;
import usher.ledger.postgres.PostgresLedger;
import usher.ledger.postgres.PostgresOptions;
import usher.test.servers.RedisProcess;
import usher.test.servers.TestPostgres;
import usher.test.servers.TestRedis;

/// A ledger in PostgreSQL whose nodes hear of each other by Redis only keeps its promises, and
/// loses nothing with that Redis.
final class SignalledLedgerTest implements SharedPromises {

    @Override
    public LedgerStore newStore() {
        return new Store(TestRedis.url());
    }

    @Test
    void without_redis_nodes_go_on_and_with_it_they_hear_of_each_other_again() {
        try (RedisProcess server = RedisProcess.durable();
                Store store = new Store(server.url());
                SignalledLedger node = store.open();
                SignalledLedger peer = store.open()) {
            Patience.until(() -> node.isConnected() && peer.isConnected());
            Set<StreamId> heard = ConcurrentHashMap.newKeySet();
            peer.heads().listen(heard::add);
            Patience.until(() -> heard.contains(appended(node)));

            server.kill();
            Patience.until(() -> !node.isConnected());
            StreamId unheard = appended(node);
            assertEquals(1, peer.heads().of(unheard).version());
            assertFalse(heard.contains(unheard));

            server.start();
            Patience.until(() -> heard.contains(appended(node)));
        }
    }

    /// Redis need not be there when a node starts.
    @Test
    void a_node_starts_without_redis() {
        try (Store store = new Store("redis://localhost:1");
                SignalledLedger node = store.open()) {
            appended(node);
            assertFalse(node.isConnected());
        }
    }

    private static StreamId appended(Ledger ledger) {
        Append append = Appends.after(Appends.newStream(), Position.START);
        assertEquals(new Outcome.Appended(append.position()), Appends.outcome(ledger, append));
        return append.stream();
    }

    /// A schema, and a channel of its own.
    private static final class Store implements LedgerStore {

        private final String name = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);
        private final String redis;

        Store(String redis) {
            this.redis = redis;
        }

        @Override
        public SignalledLedger open() {
            PostgresOptions silent = PostgresOptions.standard().withNotifies(false);
            Ledger kept = PostgresLedger.open(TestPostgres.url(name), silent);
            return SignalledLedger.of(kept, TestRedis.named(redis, name));
        }

        @Override
        public void close() {
            TestPostgres.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(name));
        }
    }
}
