package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.client.Visitor;

/// A client of the ticket-booking document, run by Node, at a venue with standard prices.
@QuarkusTest
@DisplayName("ticket-booking, by Node")
final class TicketBookingExampleTest {

    @Test
    @DisplayName("Booking: book tickets (1+ quantity per tier), and pay")
    void books() throws Exception {
        String name = "Gala " + UUID.randomUUID();
        String event = event(name);
        Map<String, JsonNode> said = new LinkedHashMap<>();
        for (JsonNode line : Node.run("/ticket-booking/example.mjs", name)) {
            said.put(line.get("what").asText(), line.get("body"));
            int expected =
                    List.of("booking", "payment").contains(line.get("what").asText()) ? 201 : 200;
            assertEquals(expected, line.get("status").asInt(), line::toString);
        }

        assertEquals(
                List.of(
                        "status", "events", "event", "before", "booking", "payment", "after",
                        "mine"),
                new ArrayList<>(said.keySet()));
        assertEquals(event, said.get("events").at("/items/0/id").asText());
        assertEquals(
                Json.tree("{'vip':100,'frontRow':50,'ga':10}"), said.get("event").get("prices"));
        assertEquals(Json.tree("{'vip':10,'frontRow':20,'ga':70}"), said.get("before"));
        assertEquals("pending", said.get("booking").get("status").asText());
        assertEquals("confirmed", said.get("payment").get("status").asText());
        assertEquals(Json.tree("{'vip':8,'frontRow':20,'ga':67}"), said.get("after"));
        assertEquals(1, said.get("mine").size());
        assertEquals("confirmed", said.get("mine").at("/0/status").asText());
    }

    private static String event(String name) {
        Visitor organizer = Visitor.ann();
        String venue =
                organizer
                        .post(
                                "/v1/venues",
                                Json.of(
                                        "{'name':'Riverside','timeZone':'America/Sao_Paulo',"
                                                + "'tiers':{'VIP':10,'Front Row':20,'GA':70}}"))
                        .is(201)
                        .text("id");
        String body = "{'name':'%s','venueId':'%s','prices':'standard'}".formatted(name, venue);
        return organizer.post("/v1/events", Json.of(body)).is(201).text("id");
    }
}
