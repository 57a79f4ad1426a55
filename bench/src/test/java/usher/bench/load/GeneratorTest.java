package usher.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
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
    void an_order_survives_its_line_whatever_the_errand() throws IOException {
        LoadOrder seats = order(4711, 12, 5);
        assertEquals(seats, LoadOrder.parse(seats.line()));
        Path file = folder.resolve("file");
        for (Errand errand :
                List.of(
                        new Errand.Same(file, 304),
                        new Errand.Flicker(file, PLACES),
                        new Errand.Best(file, 2, 9))) {
            LoadOrder order = new LoadOrder(1, 2, 0, 3, errand);
            assertEquals(order, LoadOrder.parse(order.line()));
        }
    }

    @Test
    void the_same_request_is_asked_again_and_again() throws IOException {
        Path request = Files.writeString(folder.resolve("request"), "GET /cats HTTP/1.1\r\n\r\n");
        try (StubServer server = new StubServer(_ -> StubServer.OK);
                GeneratorProcess generator = GeneratorProcess.start()) {
            Errand errand = new Errand.Same(request, 200);
            LoadResult result = generator.run(new LoadOrder(server.port(), 1, 100, 100, errand));
            assertEquals("", result.trouble());
            assertEquals(Collections.nCopies(10, "GET /cats HTTP/1.1\n"), server.heads());
        }
    }

    @Test
    void a_result_survives_its_line() {
        LoadResult result = new LoadResult(1, 2, 3, 4, 5, 6, 7, 8, 9, "lost-connection:9");
        assertEquals(result, LoadResult.parse(result.line()));
    }

    private LoadOrder order(int port, int perSecond, long first) throws IOException {
        Path events = folder.resolve("events");
        Files.writeString(events, "01890000-1234-7abc-8def-123456700000\n");
        Errand errand = new Errand.Seats(Call.HOLD, events, PLACES, first);
        return new LoadOrder(port, 2, perSecond, 200, errand);
    }
}
