package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Journals;
import usher.ledger.conformance.Patience;
import usher.test.servers.RedisProcess;
import usher.test.servers.Wire;

/// What a node sees when a replica takes over: it goes on there by itself, and knows whether
/// anything was lost.
final class FailoverTest {

    private static final int STREAMS = 4;
    private static final long MOMENT_MILLIS = 300;

    private final RedisProcess master = RedisProcess.durable("--repl-diskless-sync-delay", "0");
    private final Wire wire = Wire.to(master.port());
    private final RedisProcess replica =
            RedisProcess.durable("--replicaof", "127.0.0.1", String.valueOf(wire.port()));
    private final String url =
            "redis://localhost:%d,localhost:%d".formatted(master.port(), replica.port());

    @AfterEach
    void close() {
        replica.close();
        wire.close();
        master.close();
    }

    @Test
    void a_replica_that_writes_wait_for_has_all_that_was_acknowledged()
            throws InterruptedException {
        awaitReplica();
        try (RedisProcess _ = follower();
                Ledger node = open(url + "?replicas=1");
                Journals journals = Journals.begin(STREAMS, List.of(node))) {
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            master.kill();
            promote();
            journals.areTrue(node);
        }
    }

    @Test
    void a_replica_that_lacks_what_was_acknowledged_is_recognized() {
        StreamId stream = Appends.newStream();
        try (Ledger node = open(url)) {
            awaitReplica();
            Append first = Appends.after(stream, Position.START);
            assertEquals(new Outcome.Appended(first.position()), Appends.outcome(node, first));
            Patience.until(() -> has(first));
            wire.cut();
            Append lost = Appends.after(stream, first.position());
            assertEquals(new Outcome.Appended(lost.position()), Appends.outcome(node, lost));
            master.kill();
            promote();

            Append next = Appends.after(stream, lost.position());
            Patience.until(() -> Appends.outcome(node, next) instanceof Outcome.Rewound);
            assertEquals(new Outcome.Rewound(first.position()), Appends.outcome(node, next));
        }
    }

    @Test
    void without_the_replica_that_is_waited_for_nobody_knows_until_it_is_back() {
        StreamId stream = Appends.newStream();
        try (Ledger node = open(url + "?replicas=1")) {
            awaitReplica();
            Append first = Appends.after(stream, Position.START);
            assertEquals(new Outcome.Appended(first.position()), Appends.outcome(node, first));
            wire.cut();
            Append next = Appends.after(stream, first.position());
            assertInstanceOf(Outcome.Unknown.class, Appends.outcome(node, next));
            assertInstanceOf(Outcome.Unknown.class, Appends.outcome(node, next));

            wire.mend();
            Patience.until(() -> Appends.outcome(node, next) instanceof Outcome.Conflict);
            Patience.until(() -> has(next));
        }
    }

    private static Ledger open(String at) {
        return RedisLedger.open(at, RedisOptions.standard());
    }

    /// Somebody whom the new master can wait for, as soon as it is one.
    private RedisProcess follower() {
        return RedisProcess.durable("--replicaof", "127.0.0.1", String.valueOf(replica.port()));
    }

    private void promote() {
        try (Jedis jedis = replica.connect()) {
            jedis.replicaofNoOne();
        }
    }

    private void awaitReplica() {
        Patience.until(() -> info(replica).contains("master_link_status:up"));
        Patience.until(() -> info(master).contains("state=online"));
    }

    private static String info(RedisProcess server) {
        try (Jedis jedis = server.connect()) {
            return jedis.info("replication");
        }
    }

    /// Whether the replica has the entry of `append`.
    private boolean has(Append append) {
        Keyspace keys = new Keyspace("usher");
        try (Jedis jedis = replica.connect()) {
            byte[] head =
                    jedis.hget(
                            keys.heads(Keyspace.bucketOf(append.stream())),
                            Keyspace.bytes(append.stream().value().toString()));
            return head != null && EntryName.read(head).equals(append.position());
        }
    }
}
