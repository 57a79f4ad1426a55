package usher.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import usher.bench.kill.Broker;
import usher.bench.kill.Trouble;
import usher.bench.server.House;
import usher.bench.server.LedgerServer;
import usher.bench.server.PostgresLedgers;
import usher.bench.server.RedisLedgers;

/// Each trouble of `./usher bench nodes` once.
class TwoNodesTest {

    private static final String RABBITMQ = "USHER_TEST_RABBITMQ";
    private static final long BROKER_AWAY_MILLIS = 3_000;

    /// And all of it is relayed in its order, where a broker is named.
    @Test
    void what_two_nodes_answer_for_one_event_stays_true_whatever_happens_to_one() throws Exception {
        String rabbit = System.getenv(RABBITMQ);
        try (LedgerServer postgres = new PostgresLedgers()) {
            if (rabbit == null) {
                stayTrue(postgres, Trouble.withoutBroker(), null);
                return;
            }
            try (Broker broker = new Broker(rabbit)) {
                stayTrue(postgres, List.of(Trouble.values()), broker);
            }
        }
    }

    @Test
    void so_it_does_on_redis() throws Exception {
        try (LedgerServer redis = new RedisLedgers()) {
            stayTrue(redis, Trouble.withoutBroker(), null);
        }
    }

    private static void stayTrue(
            LedgerServer ledger, List<Trouble> troubles, @Nullable Broker broker) throws Exception {
        House house = House.find();
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        NodesTest test = new NodesTest(house, System.nanoTime(), BROKER_AWAY_MILLIS, out);
        int contradictions = test.trouble(ledger, troubles, broker);
        assertEquals(0, contradictions, () -> said.toString(StandardCharsets.UTF_8));
    }
}
