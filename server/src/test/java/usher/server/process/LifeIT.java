package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.holding.SeatsHeld;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.ledger.sqlite.SqliteLedger;
import usher.ledger.sqlite.SqliteOptions;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// A server from its start to its end.
final class LifeIT {

    private static final int VISITORS = 32;
    private static final int SEATS = 100_000;

    @TempDir Path folder;

    @Test
    void whether_answers_wait_for_the_disk_is_as_it_was_set_and_is_said() throws Exception {
        for (String durability : List.of("full", "relaxed")) {
            Map<String, String> set = Map.of("USHER_LEDGER_DURABILITY", durability);
            Path own = Files.createDirectory(folder.resolve(durability));
            try (ServerProcess server = ServerProcess.start(own, set)) {
                Visitor nobody = Visitor.nobodyAt(server.root().toString());
                JsonNode health = nobody.get("/health").is(200).json();
                assertEquals(List.of(durability), health.findValuesAsText("durability"));
                boolean isWarned = server.out().contains("answers do not wait for the disk");
                assertEquals(durability.equals("relaxed"), isWarned);
            }
        }
    }

    @Test
    void every_line_that_is_logged_is_json_and_names_the_request_that_it_is_about()
            throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            Sale sale = Sale.at(ann.with("X-Request-Id", "trace-7"), 10, "{}");
            server.terminate();
            server.exitCode();
            List<JsonNode> about = new ArrayList<>();
            for (String line : server.out().lines().toList()) {
                JsonNode logged = new ObjectMapper().readTree(line);
                if (logged.at("/mdc/requestId").asText().equals("trace-7")) about.add(logged);
            }
            assertEquals(1, about.size(), server.out());
            assertTrue(about.getFirst().get("message").asText().contains(sale.id()));
            assertEquals("", server.err());
        }
    }

    @Test
    void holds_of_the_dialect_last_as_long_as_its_own_setting_says() throws Exception {
        Map<String, String> environment =
                Map.of("MAX_EVENT_SEAT_HOLD_TIME_IN_S", "7", "USHER_HOLD_SECONDS", "50");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            String body = Json.of("{'name':'A','numberOfSeats':10}");
            Sale ofDialect = new Sale(ann.post("/v1alpha1/events", body).is(201).text("id"), 10);
            String seat = "/v1alpha1/events/" + ofDialect.id() + "/seats/" + ofDialect.seatId(1);
            ann.post(seat + "/hold").is(204);
            assertEquals(Duration.ofSeconds(7), lasts(ann.get(ofDialect.holds()), "/items/0"));
            Sale other = Sale.at(ann, 10, "{}");
            assertEquals(Duration.ofSeconds(50), lasts(ann.post(other.seat(1, "hold")), ""));
        }
    }

    @Test
    void the_online_reservation_system_has_its_own_settings() throws Exception {
        Map<String, String> environment =
                Map.of(
                        "MAX_HELD_SEATS",
                        "1",
                        "LOCK_EXPIRATION_TIME",
                        "7",
                        "USHER_HOLD_SECONDS",
                        "50");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            String body = Json.of("{'name':'A','totalSeats':10}");
            Sale ofDialect = new Sale(ann.post("/events/create", body).is(201).text("id"), 10);
            String claim = Json.of("{'id':'%s','UUID':'%s'}");
            ann.post("/seats/hold", claim.formatted(ofDialect.seatId(1), Visitor.ANN)).is(200);
            ann.post("/seats/hold", claim.formatted(ofDialect.seatId(2), Visitor.ANN)).is(403);
            assertEquals(Duration.ofSeconds(7), lasts(ann.get(ofDialect.holds()), "/items/0"));
        }
    }

    @Test
    void a_server_that_is_told_to_stop_answers_what_it_accepted() throws Exception {
        Rush rush;
        try (ServerProcess server = ServerProcess.start(folder, Map.of());
                ExecutorService crowd = Executors.newFixedThreadPool(VISITORS)) {
            rush = new Rush(Visitor.nobodyAt(server.root().toString()));
            List<Future<?>> visitors = new ArrayList<>();
            for (int i = 0; i < VISITORS; i++) {
                visitors.add(crowd.submit(rush::holdSeatsUntilTheEnd));
            }
            rush.underWay.await();
            server.terminate();
            server.exitCode();
            for (Future<?> visitor : visitors) visitor.get();
            assertFalse(server.out().contains("ERROR"), server.out());
        }
        rush.statuses.removeAll(Set.of(200, 503));
        assertEquals(Set.of(), rush.statuses, "other answers than holds and refusals");
        Set<Integer> held = heldIn(rush.sale);
        assertTrue(held.containsAll(rush.acknowledged), "acknowledged, and lost");
        held.removeAll(rush.acknowledged);
        assertEquals(Set.of(), held, "accepted, and not answered");
    }

    /// Visitors who hold one seat after the other until nobody answers any more.
    private static final class Rush {

        private final Visitor nobody;
        private final Sale sale;
        private final AtomicInteger seats = new AtomicInteger();
        private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        private final CountDownLatch underWay = new CountDownLatch(500);

        Rush(Visitor nobody) {
            this.nobody = nobody;
            this.sale = Sale.at(nobody.as(Visitor.ANN), SEATS, "{}");
        }

        void holdSeatsUntilTheEnd() {
            try {
                while (true) {
                    int number = seats.incrementAndGet();
                    Reply reply = nobody.as(UUID.randomUUID()).post(sale.seat(number, "hold"));
                    statuses.add(reply.status());
                    if (reply.status() == 200) acknowledged.add(number);
                    underWay.countDown();
                }
            } catch (UncheckedIOException gone) {
                underWay.countDown();
            }
        }
    }

    private Set<Integer> heldIn(Sale sale) {
        Set<Integer> held = new HashSet<>();
        StreamId stream = StreamId.of(new EventId(UUID.fromString(sale.id())));
        Path database = folder.resolve("data").resolve("usher.db");
        try (Ledger ledger = SqliteLedger.open(database, SqliteOptions.standard())) {
            for (Entry entry : ledger.read(stream, 0, Integer.MAX_VALUE)) {
                for (Fact fact : entry.facts()) {
                    if (fact instanceof SeatsHeld hold) held.add(hold.seats().get(0));
                }
            }
        }
        return held;
    }

    private static Duration lasts(Reply reply, String hold) {
        return Duration.between(
                Instant.parse(reply.text(hold + "/heldAt")),
                Instant.parse(reply.text(hold + "/expiresAt")));
    }
}
