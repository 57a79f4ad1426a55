package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.ledger.Ledger;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// What whoever runs Usher looks at.
@QuarkusTest
final class OperationsTest {

    @Inject Ledger ledger;

    private final Visitor nobody = Visitor.nobody();

    @Test
    void a_node_that_serves_is_alive_ready_and_healthy() {
        assertEquals(List.of(), checks(nobody.get("/health/live").is(200)));
        assertEquals(
                List.of("Graceful Shutdown", "engine", "ledger"),
                checks(nobody.get("/health/ready").is(200)));
        assertEquals(
                List.of("Graceful Shutdown", "engine", "ledger"),
                checks(nobody.get("/health").is(200)));
    }

    @Test
    void the_database_alone_can_be_asked_for() {
        Reply health = nobody.get("/health/database").is(200);
        assertEquals(List.of("ledger"), checks(health));
        String durability = ledger.isRelaxed() ? "relaxed" : "full";
        assertEquals(durability, health.text("/checks/0/data/durability"));
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void redis_alone_can_be_asked_for_also_where_it_is_not_used() {
        Reply health = nobody.get("/health/redis").is(200);
        assertEquals(List.of("redis"), checks(health));
        assertEquals("nothing", health.text("/checks/0/data/carries"));
    }

    @Test
    void rabbitmq_alone_can_be_asked_for_also_where_it_is_not_used() {
        Reply health = nobody.get("/health/rabbitmq").is(200);
        assertEquals(List.of("rabbitmq"), checks(health));
        assertEquals("nothing", health.text("/checks/0/data/carries"));
        Visitor.ann().post("/v1/relays/rabbitmq/replay").isProblem(404, "not-found");
    }

    @Test
    void what_the_engine_does_is_counted() {
        Sale sale = Sale.of(9);
        Visitor ann = Visitor.stranger();
        Visitor bob = Visitor.stranger();
        String before = metrics();
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(1, "refresh")).is(200);
        ann.post(sale.seat(1, "reserve")).is(200);
        ann.post(sale.seat(2, "hold")).is(200);
        ann.post(sale.seat(2, "release")).is(204);
        bob.post(sale.seat(1, "hold")).is(409);
        String after = metrics();

        grew(before, after, "usher_seats_total{became=\"held\"}", 2);
        grew(before, after, "usher_seats_total{became=\"refreshed\"}", 1);
        grew(before, after, "usher_seats_total{became=\"reserved\"}", 1);
        grew(before, after, "usher_seats_total{became=\"released\"}", 1);
        grew(before, after, "usher_refusals_total{reason=\"seat-unavailable\"}", 1);
        grew(before, after, "usher_commands_seconds_count", 6);
        grew(before, after, "usher_ledger_writes_seconds_count", 5);
        grew(before, after, "usher_ledger_batch_facts_count", 5);
    }

    @Test
    void every_number_that_operators_watch_has_its_name() {
        String metrics = metrics();
        for (String name :
                List.of(
                        "usher_seats_total{became=\"expired\"}",
                        "usher_events_listed_total",
                        "usher_commands_waiting",
                        "usher_commands_seconds_sum",
                        "usher_commands_seconds_max",
                        "usher_ledger_writes_seconds_max",
                        "usher_ledger_batch_facts_max",
                        "usher_ledger_conflicts_total",
                        "usher_ledger_rewinds_total",
                        "usher_overloaded_total",
                        "usher_unavailable_total",
                        "jvm_memory_used_bytes",
                        "process_cpu_usage")) {
            assertTrue(metrics.contains("\n" + name), name);
        }
    }

    private String metrics() {
        return nobody.get("/metrics").is(200).text();
    }

    /// At least: holds of other tests may run out at any time.
    private static void grew(String before, String after, String name, double by) {
        double growth = value(after, name) - value(before, name);
        assertTrue(growth >= by, "%s grew by %s".formatted(name, growth));
    }

    private static double value(String metrics, String name) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(metrics);
        assertTrue(line.find(), name);
        return Double.parseDouble(line.group(1));
    }

    private static List<String> checks(Reply health) {
        assertEquals("UP", health.text("status"));
        List<String> names = new ArrayList<>();
        health.json().get("checks").forEach(check -> names.add(check.get("name").asText()));
        return names.stream().sorted().toList();
    }
}
