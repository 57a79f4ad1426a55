package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import usher.server.client.Visitor;

/// The usage examples of the zephyr document, as they stand there, run by Node.
@QuarkusTest
@DisplayName("Usage Examples")
final class ZephyrExamplesTest {

    @Test
    @DisplayName("1. Basic Event Creation, and 3. Complete Booking Flow")
    void examples() throws Exception {
        List<JsonNode> answers = Node.run("/zephyr/run.mjs");

        assertEquals(3, answers.size(), answers::toString);
        JsonNode event = answers.get(0);
        assertEquals("event", event.get("name").asText());
        assertEquals(201, event.get("status").asInt());
        assertEquals("Summer Music Festival 2024", event.at("/body/name").asText());
        assertEquals("Annual outdoor music festival", event.at("/body/description").asText());
        assertEquals(500, event.at("/body/totalSeats").asInt());

        JsonNode hold = answers.get(1);
        assertEquals("hold", hold.get("name").asText());
        assertEquals(200, hold.get("status").asInt(), hold::toString);
        assertEquals(event.at("/body/id"), hold.at("/body/eventId"));
        assertEquals(1, hold.at("/body/seatNumber").asInt());

        JsonNode reservation = answers.get(2);
        assertEquals("reservation", reservation.get("name").asText());
        assertEquals(200, reservation.get("status").asInt(), reservation::toString);
        assertEquals("reserved", reservation.at("/body/status").asText());
        assertEquals(hold.at("/body/userId"), reservation.at("/body/userId"));

        String status = "/api/seats/%s/1/status".formatted(event.at("/body/id").asText());
        assertEquals(reservation.get("body"), Visitor.nobody().get(status).is(200).json());
    }
}
