package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// The zephyr document, line by line: events.
@QuarkusTest
@DisplayName("RESTful Endpoints: Events")
final class ZephyrEventsTest {

    private final Visitor nobody = Visitor.nobody();

    @Test
    @DisplayName("POST /api/events: Create event")
    void created() {
        Reply reply = create("{'name':'Festival','description':'Outdoors','totalSeats':500}");
        reply.is(201);
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals(
                List.of("id", "name", "description", "totalSeats", "status", "createdAt"),
                reply.fields());
        assertEquals(UUID.fromString(reply.text("id")).toString(), reply.text("id"));
        assertEquals("Festival", reply.text("name"));
        assertEquals("Outdoors", reply.text("description"));
        assertEquals(500, reply.json().get("totalSeats").intValue());
        assertEquals("active", reply.text("status"));
        assertEquals(24, Instant.parse(reply.text("createdAt")).toString().length());
    }

    @Test
    @DisplayName("GET /api/events/:id: Get event details")
    void found() {
        Reply created = create("{'name':'A','description':'B','totalSeats':10}").is(201);
        Reply found = nobody.get("/api/events/" + created.text("id")).is(200);
        assertEquals(created.json(), found.json());
    }

    @Test
    @DisplayName("description: string, empty if there is none")
    void withoutDescription() {
        assertEquals("", create("{'name':'A','totalSeats':10}").is(201).text("description"));
        assertEquals("", nobody.get("/api/events/" + Sale.of(3).id()).text("description"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000})
    @DisplayName("totalSeats: 10-1000, numbered from 1 to totalSeats, all available")
    void limits(int totalSeats) {
        String event = create("{'name':'A','totalSeats':%d}".formatted(totalSeats)).text("id");
        JsonNode seats = available(event);
        assertEquals(totalSeats, seats.size());
        for (int i = 0; i < totalSeats; i++) {
            assertEquals(
                    Json.tree(
                            "{'eventId':'%s','seatNumber':%d,'status':'available'}"
                                    .formatted(event, i + 1)),
                    seats.get(i));
        }
    }

    @Test
    @DisplayName("GET /api/events/:id/seats/available: neither held nor reserved ones")
    void onlyAvailable() {
        String event = create("{'name':'A','totalSeats':10}").text("id");
        String seats = "/api/seats/" + event;
        String body = Json.of("{'userId':'%s'}".formatted(Visitor.ANN));
        nobody.post(seats + "/1/hold", body).is(200);
        nobody.post(seats + "/2/hold", body).is(200);
        nobody.post(seats + "/2/reserve", body).is(200);
        assertEquals(8, available(event).size());
        assertEquals(3, available(event).get(0).get("seatNumber").intValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'A','totalSeats':9}",
                "{'name':'A','totalSeats':1001}",
                "{'name':'A','totalSeats':0}",
                "{'name':'A','totalSeats':99.5}",
                "{'name':'A','totalSeats':'ten'}",
                "{'name':'A','totalSeats':'10'}",
                "{'name':'A','totalSeats':null}",
                "{'name':'A'}",
                "{'totalSeats':10}",
                "{'name':' ','totalSeats':10}",
                "{'name':['A'],'totalSeats':10}",
                "{'name':'A','description':7,'totalSeats':10}",
                "[]",
                "{'name'",
                ""
            })
    @DisplayName("400: what is wrong, in a sentence")
    void wrong(String body) {
        isError(create(body), 400);
    }

    @Test
    @DisplayName("413: a body that is too large")
    void tooLarge() {
        isError(nobody.post("/api/events", " ".repeat(300_000)), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "019aa1f2-7e34-7c11-9d3b-5159e4800000"})
    @DisplayName("404: no such event")
    void notFound(String event) {
        isError(nobody.get("/api/events/" + event), 404);
        isError(nobody.get("/api/events/" + event + "/seats/available"), 404);
    }

    @Test
    @DisplayName("404 and 405: no such address, no such method")
    void elsewhere() {
        isError(nobody.get("/api"), 404);
        isError(nobody.get("/api/venues"), 404);
        Reply reply = nobody.delete("/api/events");
        isError(reply, 405);
        assertEquals("OPTIONS, POST", reply.header("Allow"));
    }

    @Test
    @DisplayName("bodies are JSON under any Content-Type, and under none; answers are JSON")
    void lenient() {
        byte[] body = Json.of("{'name':'A','totalSeats':10}").getBytes(StandardCharsets.UTF_8);
        nobody.send("POST", "/api/events", body).is(201);
        nobody.with("Content-Type", "text/plain;charset=UTF-8").post("/api/events", body).is(201);
        nobody.with("Accept", "text/html").post("/api/events", body).is(201);
    }

    @Test
    @DisplayName("XSS protection: what looks like a script is a name like any other, in JSON")
    void script() {
        String name = "<script>alert(1)</script>";
        Reply reply = create("{'name':'%s','totalSeats':10}".formatted(name)).is(201);
        assertEquals(name, reply.text("name"));
        assertEquals("application/json", reply.header("Content-Type"));
    }

    static void isError(Reply reply, int status) {
        reply.is(status);
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals(List.of("error", "code"), reply.fields());
        assertTrue(reply.text("error").endsWith("."), reply::text);
    }

    private JsonNode available(String event) {
        return nobody.get("/api/events/" + event + "/seats/available").is(200).json();
    }

    private Reply create(String body) {
        return nobody.post("/api/events", Json.of(body));
    }
}
