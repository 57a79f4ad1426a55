package usher.bench.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.bench.server.House;

class DemoTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_crowd_holds_seats_and_a_line_a_second_tells_of_it() {
        assumeTrue(House.find().isBuilt(), "the server is not packaged: ./usher test does it");
        assertEquals(0, run("--seconds", "5", "--visitors", "50"), () -> said(err));
        List<String> lines = said(out).lines().filter(line -> line.contains(" held ")).toList();
        assertEquals(5, lines.size(), said(out));
        assertTrue(lines.stream().anyMatch(line -> !line.contains(" 0 held")), said(out));
        assertTrue(said(out).contains("look at http://localhost:"), said(out));
    }

    @Test
    void a_port_that_is_taken_is_named_before_anything_starts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertEquals(1, run("--port", port));
            assertTrue(said(err).contains("port " + port + " is taken"), said(err));
        }
    }

    @Test
    void what_was_counted_is_summed_over_labels() {
        String metrics =
                """
                # TYPE usher_seats counter
                usher_seats_total{became="held"} 12.0
                usher_seats_total{became="expired"} 3.0
                usher_refusals_total{reason="seat-unavailable"} 4.0
                usher_refusals_total{reason="hold-expired"} 1.0
                """;
        assertEquals(new Counts(12, 5, 0, 3, 0), Counts.parse(metrics));
        assertEquals(
                new Counts(2, 5, 0, 3, 0), Counts.parse(metrics).since(new Counts(10, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port 0", "--visitors ten", "--seconds -1", "--speed 3"})
    void what_makes_no_sense_is_answered_with_the_usage(String arguments) {
        assertEquals(2, run(arguments.split(" ", -1)));
        assertTrue(said(err).contains("usage: ./usher demo"), said(err));
    }

    private int run(String... arguments) {
        return Demo.run(List.of(arguments), printer(out), printer(err));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
