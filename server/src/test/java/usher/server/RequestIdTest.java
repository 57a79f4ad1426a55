package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.ledger.Ledger;
import usher.ledger.StreamId;
import usher.server.client.Sale;
import usher.server.client.Visitor;

@QuarkusTest
final class RequestIdTest {

    @Inject Ledger ledger;

    private final Visitor ann = Visitor.ann();

    @Test
    void a_request_keeps_the_id_that_it_came_with_into_its_facts() {
        Sale sale = Sale.of(1);
        Visitor tracing = ann.with("X-Request-Id", "trace-42.a:b/c=d");
        assertEquals("trace-42.a:b/c=d", tracing.post(sale.seat(1, "hold")).header("X-Request-Id"));
        assertTrue(requests(sale).anyMatch("trace-42.a:b/c=d"::equals));
    }

    @Test
    void a_request_without_an_id_gets_one_of_its_own() {
        Sale sale = Sale.of(1);
        String first = ann.post(sale.seat(1, "hold")).header("X-Request-Id");
        String second = ann.post(sale.seat(1, "release")).header("X-Request-Id");
        assertNotEquals(first, second);
        assertTrue(requests(sale).toList().containsAll(List.of(first, second)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with space", "quote\"", "back\\slash", "ümlaut"})
    void an_id_that_cannot_stand_in_a_log_is_replaced(String id) {
        assertNotEquals(id, ann.with("X-Request-Id", id).get("/v1/events").header("X-Request-Id"));
    }

    @Test
    void an_id_has_64_characters_at_most() {
        String longest = "x".repeat(64);
        assertEquals(longest, ann.with("X-Request-Id", longest).get("/").header("X-Request-Id"));
        assertNotEquals(
                longest + "x",
                ann.with("X-Request-Id", longest + "x").get("/").header("X-Request-Id"));
    }

    private Stream<String> requests(Sale sale) {
        StreamId stream = StreamId.of(new EventId(UUID.fromString(sale.id())));
        return ledger.read(stream, 0, 100).stream()
                .flatMap(entry -> entry.facts().stream())
                .map((Fact fact) -> fact.cause().request());
    }
}
