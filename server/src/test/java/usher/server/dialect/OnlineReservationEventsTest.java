package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
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

/// The online-reservation-system document, line by line: events.
@QuarkusTest
@DisplayName("Event Management")
final class OnlineReservationEventsTest {

    private final Visitor nobody = Visitor.nobody();

    @Test
    @DisplayName("/events/create - Create event: id, name, totalSeats")
    void created() {
        Reply reply = create("{'name':'First night','totalSeats':10}").is(201);
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals(List.of("id", "name", "totalSeats"), reply.fields());
        assertEquals(UUID.fromString(reply.text("id")).toString(), reply.text("id"));
        assertEquals("First night", reply.text("name"));
        assertEquals(10, reply.json().get("totalSeats").intValue());
    }

    @Test
    @DisplayName("/events/{id} - Get event by ID")
    void found() {
        Reply created = create("{'name':'A','totalSeats':10}").is(201);
        Reply found = nobody.get("/events/" + created.text("id")).is(200);
        assertEquals(created.json(), found.json());
        assertEquals("application/json", found.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 10_000})
    @DisplayName("Validate seat limits (10-10,000): within")
    void limits(int totalSeats) {
        String event = create("{'name':'A','totalSeats':%d}".formatted(totalSeats)).text("id");
        assertEquals(totalSeats, nobody.get("/seats/list/" + event).is(200).json().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'A','totalSeats':9}",
                "{'name':'A','totalSeats':10001}",
                "{'name':'A','totalSeats':0}",
                "{'name':'A','totalSeats':-10}",
                "{'name':'A','totalSeats':10.5}",
                "{'name':'A','totalSeats':'ten'}",
                "{'name':'A','totalSeats':null}",
                "{'name':'A'}",
                "{'totalSeats':10}",
                "{'name':'','totalSeats':10}",
                "{'name':7,'totalSeats':10}",
                "{}",
                "[]",
                "{",
                ""
            })
    @DisplayName("400: seat limits and fields that are wrong, and what is no JSON object")
    void wrong(String body) {
        isError(create(body), 400);
    }

    @Test
    @DisplayName("what is wrong is said in a sentence")
    void sentence() {
        Reply reply = create("{'name':'A','totalSeats':9}").is(400);
        assertEquals("totalSeats must be a whole number from 10 to 10000.", reply.text("error"));
        assertEquals("invalid-field", reply.text("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "019aa1f2-7e34-7c11-9d3b-5159e4800000", "x%20y"})
    @DisplayName("404: no such event")
    void notFound(String event) {
        isError(nobody.get("/events/" + event), 404);
        isError(nobody.get("/seats/list/" + event), 404);
    }

    @Test
    @DisplayName("404 and 405: no such address, no such method")
    void elsewhere() {
        isError(nobody.get("/events/x/y"), 404);
        isError(nobody.get("/seats"), 404);
        isError(nobody.delete("/events/create"), 405);
    }

    @Test
    @DisplayName(
            "bodies are JSON under any Content-Type, and under none; unknown fields are ignored")
    void lenient() {
        byte[] body =
                Json.of("{'name':'A','totalSeats':10,'slug':'a'}").getBytes(StandardCharsets.UTF_8);
        nobody.send("POST", "/events/create", body).is(201);
        nobody.with("Content-Type", "text/plain").post("/events/create", body).is(201);
        nobody.with("Accept", "text/html").post("/events/create", body).is(201);
    }

    @Test
    @DisplayName("whoever says who he is must say it well")
    void named() {
        String body = Json.of("{'name':'A','totalSeats':10}");
        Visitor.ann().post("/events/create", body).is(201);
        isError(nobody.with("Authorization", "Bearer x").post("/events/create", body), 400);
    }

    @Test
    @DisplayName("events of any API are found")
    void ofOthers() {
        Sale sale = Sale.of(3);
        Reply reply = nobody.get("/events/" + sale.id()).is(200);
        assertEquals(3, reply.json().get("totalSeats").intValue());
        assertEquals(3, nobody.get("/seats/list/" + sale.id()).is(200).json().size());
    }

    static void isError(Reply reply, int status) {
        reply.is(status);
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals(List.of("error", "code"), reply.fields());
        assertTrue(reply.text("error").endsWith("."), reply::text);
    }

    private Reply create(String body) {
        return nobody.post("/events/create", Json.of(body));
    }
}
