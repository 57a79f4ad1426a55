package usher.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import usher.bench.server.House;

/// A few of the kills of `./usher bench kill`.
class KillServerTest {

    private static final int ROUNDS = 2;

    @Test
    void no_acknowledged_answer_is_lost_by_a_kill() throws Exception {
        House house = House.find();
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int contradictions = new KillTest(house, System.nanoTime(), out).kill(ROUNDS);
        assertEquals(0, contradictions, () -> said.toString(StandardCharsets.UTF_8));
    }
}
