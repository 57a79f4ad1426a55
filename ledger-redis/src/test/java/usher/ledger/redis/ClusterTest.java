package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Journals;
import usher.ledger.conformance.Patience;
import usher.test.servers.RedisCluster;
import usher.test.servers.RedisProcess;

/// What the servers of a cluster may do to a node.
final class ClusterTest {

    private static final int STREAMS = 30;

    private final RedisCluster cluster = RedisCluster.start();
    private final Ledger node = open(cluster.url());
    private final Ledger peer = open(cluster.url());

    @AfterEach
    void close() {
        node.close();
        peer.close();
        cluster.close();
    }

    @Test
    void nothing_is_lost_or_doubled_while_buckets_move_from_server_to_server() {
        try (Journals journals = Journals.begin(STREAMS, List.of(node, peer))) {
            for (int bucket = 0; bucket < Keyspace.BUCKETS; bucket++) {
                int slot = Keyspace.slotOf(bucket);
                cluster.move(slot, (cluster.keeper(slot) + 1) % cluster.servers().size());
            }
            Patience.until(() -> isWhole(node) && isWhole(peer));
            journals.areTrue(peer);
        }
    }

    @Test
    void a_server_that_is_killed_and_comes_back_has_all_that_it_acknowledged() {
        try (Journals journals = Journals.begin(STREAMS, List.of(node, peer))) {
            for (RedisProcess server : cluster.servers()) {
                server.kill();
                server.start();
                Patience.until(() -> isWhole(node) && isWhole(peer));
            }
            journals.areTrue(peer);
        }
    }

    @Test
    void while_one_server_is_gone_the_streams_of_the_others_go_on() {
        StreamId lost = streamOn(0);
        StreamId kept = streamOn(1);
        assertNotEquals(cluster.keeper(slotOf(lost)), cluster.keeper(slotOf(kept)));
        cluster.servers().getFirst().kill();
        List<Append> appends =
                List.of(Appends.after(lost, Position.START), Appends.after(kept, Position.START));
        List<Outcome> outcomes = node.append(appends).toCompletableFuture().join();
        assertInstanceOf(unreached(outcomes.getFirst()), outcomes.getFirst());
        assertEquals(new Outcome.Appended(appends.get(1).position()), outcomes.get(1));
    }

    /// Who finds his connection broken cannot know; who gets none does.
    private static Class<? extends Outcome> unreached(Outcome outcome) {
        return outcome instanceof Outcome.Unknown
                ? Outcome.Unknown.class
                : Outcome.Unavailable.class;
    }

    private StreamId streamOn(int server) {
        while (true) {
            StreamId stream = Appends.newStream();
            if (cluster.keeper(slotOf(stream)) == server) return stream;
        }
    }

    private static int slotOf(StreamId stream) {
        return Keyspace.slotOf(Keyspace.bucketOf(stream));
    }

    /// Whether every bucket takes something.
    private static boolean isWhole(Ledger ledger) {
        List<Append> appends = new ArrayList<>();
        for (int i = 0; i < Keyspace.BUCKETS; i++) {
            appends.add(Appends.after(Appends.newStream(), Position.START));
        }
        return ledger.append(appends).toCompletableFuture().join().stream()
                .allMatch(Outcome.Appended.class::isInstance);
    }

    private static Ledger open(String url) {
        return RedisLedger.open(url, RedisOptions.standard());
    }
}
