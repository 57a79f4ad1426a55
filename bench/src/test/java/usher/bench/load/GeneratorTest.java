package usher.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The generator as the bench uses it: in a process of its own.
class GeneratorTest {

    private static final Places PLACES = new Places(1, 100_000, false);

    @TempDir Path folder;

    @Test
    void it_runs_one_load_after_the_other() throws IOException {
        try (StubServer server = new StubServer(_ -> StubServer.OK);
                GeneratorProcess generator = GeneratorProcess.start()) {
            LoadResult first = generator.run(order(server.port(), 0, 0));
            assertEquals("", first.trouble());
            assertTrue(first.answers() > 0, first.line());
            LoadResult second = generator.run(order(server.port(), 100, first.next()));
            assertEquals(first.next() + 20, second.next());
            assertTrue(second.p99Micros() >= second.p50Micros(), second.line());
            assertTrue(second.maxMicros() > 0, second.line());
        }
    }

    @Test
    void wrong_answers_are_told_with_their_status() throws IOException {
        String no = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        try (StubServer server = new StubServer(_ -> no);
                GeneratorProcess generator = GeneratorProcess.start()) {
            LoadResult result = generator.run(order(server.port(), 100, 0));
            assertEquals("status-503:20", result.trouble());
            assertEquals(0, result.answers());
        }
    }

    @Test
    void a_load_that_cannot_run_is_an_error_that_says_why() throws IOException {
        int port;
        try (StubServer server = new StubServer(_ -> StubServer.OK)) {
            port = server.port();
        }
        try (GeneratorProcess generator = GeneratorProcess.start()) {
            IOException e = assertThrows(IOException.class, () -> generator.run(order(port, 0, 0)));
            assertTrue(e.getMessage().contains("ConnectException"), e.getMessage());
        }
    }

    @Test
    void an_order_survives_its_line() throws IOException {
        LoadOrder order = order(4711, 12, 5);
        assertEquals(order, LoadOrder.parse(order.line()));
    }

    @Test
    void a_result_survives_its_line() {
        LoadResult result = new LoadResult(1, 2, 3, 4, 5, 6, 7, 8, "lost-connection:9");
        assertEquals(result, LoadResult.parse(result.line()));
    }

    private LoadOrder order(int port, int perSecond, long first) throws IOException {
        Path events = folder.resolve("events");
        Files.writeString(events, "01890000-1234-7abc-8def-123456700000\n");
        return new LoadOrder(port, Call.HOLD, 2, perSecond, 200, events, PLACES, first);
    }
}
