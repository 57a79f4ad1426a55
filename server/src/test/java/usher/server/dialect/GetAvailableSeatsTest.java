package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.dialect.DocumentClient.EVENTS;
import static usher.server.dialect.DocumentClient.NO_EVENT;
import static usher.server.dialect.DocumentClient.available;
import static usher.server.dialect.DocumentClient.hold;
import static usher.server.dialect.DocumentClient.isNotFound;
import static usher.server.dialect.DocumentClient.newEvent;
import static usher.server.dialect.DocumentClient.nobody;
import static usher.server.dialect.DocumentClient.reserve;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The event-management-service document, line by line: `GET /events/{eventId}/seats`.
@QuarkusTest
@DisplayName("GET /events/{eventId}/seats: Get available Seats for an Event.")
final class GetAvailableSeatsTest {

    @Test
    @DisplayName("200: Successful operation, an array of Seats, without auth")
    void listed() {
        String event = newEvent(10);
        JsonNode seats = nobody().get(EVENTS + "/" + event + "/seats").is(200).json();
        assertTrue(seats.isArray());
        assertEquals(10, seats.size());
        for (int i = 0; i < 10; i++) {
            List<String> fields = new ArrayList<>();
            seats.get(i).fieldNames().forEachRemaining(fields::add);
            assertEquals(List.of("id", "eventId", "number"), fields);
            assertEquals(event, seats.get(i).get("eventId").asText());
            assertEquals(i + 1, seats.get(i).get("number").intValue());
        }
    }

    @Test
    @DisplayName("seats that are on hold or reserved are not in the list")
    void onlyAvailable() {
        String event = newEvent(10);
        List<String> seats = available(event);
        hold(event, seats.get(0)).is(204);
        hold(event, seats.get(1)).is(204);
        reserve(event, seats.get(1)).is(204);
        assertEquals(seats.subList(2, 10), available(event));
    }

    @Test
    @DisplayName("a list without any seat left is an empty array")
    void soldOut() {
        String event = newEvent(10);
        for (String seat : available(event)) hold(event, seat).is(204);
        assertEquals("[]", nobody().get(EVENTS + "/" + event + "/seats").is(200).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_EVENT, "019aa1f2-7e34-7c11-9d3b-5159e4800000", "no-uuid"})
    @DisplayName("404: Not found Error")
    void notFound(String event) {
        isNotFound(nobody().get(EVENTS + "/" + event + "/seats"));
    }
}
