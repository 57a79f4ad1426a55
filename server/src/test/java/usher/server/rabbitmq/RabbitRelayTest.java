package usher.server.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.rabbitmq.RelayNode.await;

import com.rabbitmq.client.BuiltinExchangeType;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.server.http.Clock;
import usher.server.rabbitmq.TestExchange.Arrival;
import usher.server.rabbitmq.TestExchange.Inbox;

/// A whole server and a real RabbitMQ: what callers do is told to whoever has bound a queue, and
/// never waits for that.
@EnabledIfEnvironmentVariable(named = TestExchange.VARIABLE, matches = ".+")
@QuarkusTest
@TestProfile(WithRabbit.class)
final class RabbitRelayTest {

    private static final String REPLAY = "/v1/relays/rabbitmq/replay";

    @Inject Clock clock;

    private final Visitor ann = Visitor.stranger();
    private final Inbox inbox = WithRabbit.exchange().declare(BuiltinExchangeType.TOPIC).bind("#");

    @BeforeEach
    void everything_so_far_has_arrived() {
        await(() -> nobody().get("/health/rabbitmq").text().contains("\"behind\":0"));
    }

    @AfterEach
    void mend() {
        WithRabbit.wire().mend();
    }

    @Test
    void what_callers_do_is_told_as_the_document_describes_it() {
        Sale sale = Sale.of(9);
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(1, "reserve")).is(200);
        await(() -> facts(sale).size() >= 3);

        assertEquals(List.of("EventOpened", "SeatsHeld", "SeatsReserved"), facts(sale));
        for (Arrival arrival : inbox.all()) {
            String fact = arrival.properties().getType();
            assertEquals(Set.of(), AsyncApi.violations(fact, arrival.body()), fact);
        }
        await(() -> inbox.all().stream().anyMatch(a -> a.key().equals("catalog.event-listed")));
    }

    @Test
    void a_broker_that_is_gone_keeps_nobody_from_selling_and_is_caught_up() {
        Sale sale = Sale.of(50);
        ann.post(sale.seat(1, "hold")).is(200);
        await(() -> facts(sale).size() >= 2);
        WithRabbit.wire().cut();
        for (int seat = 2; seat <= 6; seat++) ann.post(sale.seat(seat, "hold")).is(200);

        await(() -> nobody().get("/health/rabbitmq").status() == 503);
        nobody().get("/health/ready").is(200);
        assertEquals(2, facts(sale).size());

        WithRabbit.wire().mend();
        await(() -> Set.copyOf(ids(sale)).size() == 7);
        await(() -> nobody().get("/health/rabbitmq").status() == 200);
    }

    @Test
    void the_relay_says_how_it_stands() {
        Sale sale = Sale.of(9);
        await(() -> facts(sale).isEmpty());
        ann.post(sale.seat(1, "hold")).is(200);
        await(() -> facts(sale).size() >= 2);

        Reply health = nobody().get("/health/rabbitmq").is(200);
        assertEquals("facts", health.text("/checks/0/data/carries"));
        assertTrue(health.json().at("/checks/0/data/relays").booleanValue());
        assertEquals(0, health.json().at("/checks/0/data/heldUp").intValue());
        for (String name :
                List.of(
                        "usher_relay_facts_total{to=\"rabbitmq\"}",
                        "usher_relay_behind{to=\"rabbitmq\"}",
                        "usher_relay_held_up{to=\"rabbitmq\"}",
                        "usher_relay_lag_seconds_sum{to=\"rabbitmq\"}")) {
            await(() -> nobody().get("/metrics").is(200).text().contains("\n" + name));
        }
    }

    @Test
    void everything_is_told_once_more_under_the_same_ids() {
        Sale sale = Sale.of(9);
        ann.post(sale.seat(1, "hold")).is(200);
        await(() -> facts(sale).size() >= 2);
        List<String> before = ids(sale);

        Reply first = ann.post(REPLAY).is(202);
        await(() -> ids(sale).size() >= 4);
        assertEquals(before, ids(sale).subList(2, 4));

        ann.post(sale.seat(2, "hold")).is(200);
        await(() -> ids(sale).size() >= 5);
        Reply second = ann.post(REPLAY, "{}").is(202);
        int number = first.json().get("number").intValue();
        assertEquals(number + 1, second.json().get("number").intValue());
        await(() -> ids(sale).size() >= 8);
    }

    @Test
    void what_is_older_than_a_moment_is_left_out_of_a_replay() {
        Sale sale = Sale.of(9);
        ann.post(sale.seat(1, "hold")).is(200);
        await(() -> facts(sale).size() >= 2);
        Sale other = Sale.of(9);
        String since = Instant.ofEpochMilli(nextMillisecond()).toString();
        ann.post(other.seat(1, "hold")).is(200);
        await(() -> facts(other).size() >= 2);

        Reply replay = ann.post(REPLAY, "{\"since\":\"%s\"}".formatted(since)).is(202);
        assertEquals(since.substring(0, 19), replay.text("since").substring(0, 19));
        await(() -> facts(other).size() >= 4);
        assertEquals(2, facts(sale).size());
    }

    @Test
    void a_replay_that_cannot_be_is_refused() {
        ann.post(REPLAY, "{\"since\":\"yesterday\"}").isProblem(422, "invalid-field");
        ann.post(REPLAY, "{\"since\":\"9999-01-01T00:00:00Z\"}").isProblem(422, "invalid-field");
        ann.post(REPLAY, "{\"until\":\"2026-01-01T00:00:00Z\"}").isProblem(422, "invalid-field");
        ann.post(REPLAY, "[]").isProblem(400, "malformed-request");
        nobody().post(REPLAY).isProblem(401, "unauthorized");
    }

    /// Waits for the ledger's next millisecond, in which nothing has become true yet.
    private long nextMillisecond() {
        long before = clock.nowMillis();
        await(() -> clock.nowMillis() > before);
        return clock.nowMillis();
    }

    private List<String> facts(Sale sale) {
        return of(sale).map(arrival -> arrival.properties().getType()).toList();
    }

    private List<String> ids(Sale sale) {
        return of(sale).map(Arrival::id).toList();
    }

    private Stream<Arrival> of(Sale sale) {
        return inbox.all().stream().filter(arrival -> arrival.id().startsWith(sale.id()));
    }

    private static Visitor nobody() {
        return Visitor.nobody();
    }
}
