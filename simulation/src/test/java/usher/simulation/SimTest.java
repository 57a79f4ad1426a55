package usher.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A few hundred histories; `./usher sim` plays any number.
class SimTest {

    @Test
    void every_promise_is_kept_in_a_few_hundred_histories_and_two_jvms_agree() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        boolean kept =
                Sim.run(
                        new Options(1, 200, false),
                        new PrintStream(said, true, StandardCharsets.UTF_8));
        assertTrue(kept, () -> said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_seed_tells_the_whole_history() {
        assertEquals(
                Simulation.run(7, Seams.NONE).digest(), Simulation.run(7, Seams.NONE).digest());
        assertNotEquals(
                Simulation.run(7, Seams.NONE).digest(), Simulation.run(8, Seams.NONE).digest());
    }
}
