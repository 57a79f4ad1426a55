package usher.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadLoopTest {

    private static final int MILLIS = 300;

    @Test
    void every_answer_of_a_closed_loop_is_counted() throws IOException {
        try (StubServer server = new StubServer(_ -> StubServer.OK)) {
            Tally tally = LoadLoop.run(server.address(), 4, Schedule.closed(MILLIS), asking(200));
            assertEquals("", tally.trouble());
            assertTrue(tally.answersInTime() > 4, "only " + tally.answersInTime());
            assertTrue(server.heads().size() >= tally.answersInTime());
            assertTrue(server.heads().size() <= tally.answersInTime() + 4);
        }
    }

    @Test
    void an_open_loop_asks_as_often_as_its_schedule_says() throws IOException {
        try (StubServer server = new StubServer(_ -> StubServer.OK)) {
            Tally tally = LoadLoop.run(server.address(), 8, Schedule.open(200, 500), asking(200));
            assertEquals("", tally.trouble());
            assertEquals(100, server.heads().size());
        }
    }

    @Test
    void a_stall_shows_in_every_request_that_was_due_meanwhile() throws IOException {
        try (StubServer server = new StubServer(n -> n == 10 ? after(400) : StubServer.OK)) {
            Tally tally = LoadLoop.run(server.address(), 1, Schedule.open(100, 1000), asking(200));
            assertEquals("", tally.trouble());
            assertEquals(100, server.heads().size());
            assertTrue(tally.latencyMicros(100) >= 400_000, "max " + tally.latencyMicros(100));
            // 40 requests were due while the server stalled; the last of them waited only a little.
            assertTrue(tally.countSlowerThan(100_000) >= 25, "a stall seen by too few requests");
        }
    }

    @Test
    void a_wrong_status_is_reported_and_is_no_answer() throws IOException {
        String conflict = "HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n";
        try (StubServer server = new StubServer(n -> n == 3 ? conflict : StubServer.OK)) {
            Tally tally = LoadLoop.run(server.address(), 2, Schedule.open(100, 100), asking(200));
            assertEquals("status-409:1", tally.trouble());
            assertEquals(10, server.heads().size());
            assertTrue(tally.answersInTime() <= 9, "it counted a refusal as an answer");
        }
    }

    @Test
    void a_connection_that_the_server_closes_is_reported() throws IOException {
        try (StubServer server = new StubServer(n -> n == 3 ? "" : StubServer.OK)) {
            Tally tally = LoadLoop.run(server.address(), 2, Schedule.closed(MILLIS), asking(200));
            assertEquals("lost-connection:1,unanswered:1", tally.trouble());
            assertEquals(1, tally.lostConnections());
        }
    }

    @Test
    void an_answer_that_is_not_http_is_reported() throws IOException {
        try (StubServer server = new StubServer(_ -> "hello\r\n\r\n")) {
            Tally tally = LoadLoop.run(server.address(), 1, Schedule.closed(MILLIS), asking(200));
            assertEquals("lost-connection:1,malformed:1,unanswered:1", tally.trouble());
        }
    }

    @Test
    void a_script_without_more_requests_ends_the_load_and_is_reported() throws IOException {
        try (StubServer server = new StubServer(_ -> StubServer.OK)) {
            Script ten = new Asking(200, 10);
            Tally tally = LoadLoop.run(server.address(), 2, Schedule.closed(60_000), ten);
            assertEquals("no-seats-left:1", tally.trouble());
            assertEquals(10, server.heads().size());
        }
    }

    @Test
    void each_connection_has_one_request_under_way() throws Exception {
        CountDownLatch eightAtOnce = new CountDownLatch(8);
        try (StubServer server =
                new StubServer(
                        _ -> {
                            eightAtOnce.countDown();
                            awaitQuietly(eightAtOnce);
                            return StubServer.OK;
                        })) {
            Tally tally = LoadLoop.run(server.address(), 8, Schedule.closed(MILLIS), asking(200));
            assertEquals("", tally.trouble());
            assertEquals(0, eightAtOnce.getCount());
        }
    }

    private static Script asking(int expectedStatus) {
        return new Asking(expectedStatus, Integer.MAX_VALUE);
    }

    private static String after(int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) LockSupport.parkNanos(end - System.nanoTime());
        return StubServer.OK;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks for the same again and again.
    private static final class Asking implements Script {
        private final int expectedStatus;
        private int left;

        Asking(int expectedStatus, int times) {
            this.expectedStatus = expectedStatus;
            this.left = times;
        }

        @Override
        public boolean ask(int connection, ByteBuffer request) {
            if (left-- <= 0) return false;
            request.put("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return true;
        }

        @Override
        public boolean answered(int connection, int status) {
            return status == expectedStatus;
        }
    }
}
