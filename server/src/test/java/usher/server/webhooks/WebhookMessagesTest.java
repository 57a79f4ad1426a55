package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static usher.server.webhooks.WebhookHouse.ONE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.rabbitmq.AsyncApi;

/// Messages are as the document says that describes what Usher sends.
final class WebhookMessagesTest {

    private final WebhookHouse house = new WebhookHouse();
    private final Endpoint endpoint = house.endpoint("https://example.invalid/");

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void facts_come_as_they_are_described() {
        JsonNode message = said(Message.of(house.held(ONE), endpoint));
        assertEquals(Set.of(), AsyncApi.violations("WebhookFacts", withoutFacts(message)));
        for (JsonNode fact : message.at("/data/facts")) {
            String kind = fact.get("fact").asText();
            assertEquals(Set.of(), AsyncApi.violations(kind, fact));
        }
    }

    @Test
    void a_ping_comes_as_it_is_described() {
        JsonNode message = said(Message.ping(endpoint, house.clock.nowMillis()));
        assertEquals(Set.of(), AsyncApi.violations("WebhookPing", message));
        assertFalse(AsyncApi.violations("WebhookFacts", message).isEmpty());
    }

    private static JsonNode said(@Nullable Message message) {
        if (message == null) throw new AssertionError("nothing to send");
        return Json.tree(message.body().toString());
    }

    /// The same, with no more of each fact than what all facts have.
    private static JsonNode withoutFacts(JsonNode message) {
        Set<String> own = Set.of("seats", "until");
        JsonNode copy = message.deepCopy();
        copy.at("/data/facts").forEach(fact -> ((ObjectNode) fact).remove(own));
        return copy;
    }
}
