package usher.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import usher.bench.kill.Trouble;
import usher.bench.server.House;
import usher.bench.server.LedgerServer;
import usher.bench.server.PostgresLedgers;
import usher.bench.server.RedisLedgers;

/// Each trouble of `./usher bench nodes` once.
class TwoNodesTest {

    @Test
    void what_two_nodes_answer_for_one_event_stays_true_whatever_happens_to_one() throws Exception {
        try (LedgerServer postgres = new PostgresLedgers()) {
            stayTrueOn(postgres);
        }
    }

    @Test
    void so_it_does_on_redis() throws Exception {
        try (LedgerServer redis = new RedisLedgers()) {
            stayTrueOn(redis);
        }
    }

    private static void stayTrueOn(LedgerServer ledger) throws Exception {
        House house = House.find();
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        NodesTest test = new NodesTest(house, System.nanoTime(), out);
        int contradictions = test.trouble(ledger, Trouble.values().length);
        assertEquals(0, contradictions, () -> said.toString(StandardCharsets.UTF_8));
    }
}
