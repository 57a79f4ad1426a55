package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.dialect.DocumentClient.EVENTS;
import static usher.server.dialect.DocumentClient.available;
import static usher.server.dialect.DocumentClient.isBadRequest;
import static usher.server.dialect.DocumentClient.isError;
import static usher.server.dialect.DocumentClient.isUnauthorized;
import static usher.server.dialect.DocumentClient.newEvent;
import static usher.server.dialect.DocumentClient.user;

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
import usher.server.client.Visitor;

/// The event-management-service document, line by line: `POST /events`.
@QuarkusTest
@DisplayName("POST /events: Create an Event.")
final class CreateEventTest {

    @Test
    @DisplayName("201: Successful operation, with the Event")
    void created() {
        String name = "Lord of the Rings extended edition marathon";
        String body = "{'name':'%s','numberOfSeats':15}".formatted(name);
        Reply reply = user().post(EVENTS, Json.of(body)).is(201);
        assertTrue(reply.header("Content-Type").startsWith("application/json"));
        assertEquals(List.of("id", "name", "totalSeats"), reply.fields());
        assertEquals(UUID.fromString(reply.text("id")).toString(), reply.text("id"));
        assertEquals(name, reply.text("name"));
        assertTrue(reply.json().get("totalSeats").isInt());
        assertEquals(15, reply.json().get("totalSeats").intValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000})
    @DisplayName("numberOfSeats: minimum 10, maximum 1000")
    void bounds(int numberOfSeats) {
        assertEquals(numberOfSeats, available(newEvent(numberOfSeats)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "'A'", "{'name':'A','numberOfSeats':ten}"})
    @DisplayName("400: Bad Request Error, if the body is no JSON object")
    void malformed(String body) {
        isBadRequest(user().post(EVENTS, Json.of(body)));
    }

    @Test
    @DisplayName("400: Bad Request Error, if the body is too large")
    void tooLarge() {
        isBadRequest(user().post(EVENTS, " ".repeat(300_000)));
    }

    @Test
    @DisplayName("401: Unauthorized Error, if nobody() knows who is calling")
    void unauthorized() {
        isUnauthorized(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name':'A'}",
                "{'numberOfSeats':10}",
                "{'name':null,'numberOfSeats':10}",
                "{'name':'','numberOfSeats':10}",
                "{'name':7,'numberOfSeats':10}",
                "{'name':'A','numberOfSeats':9}",
                "{'name':'A','numberOfSeats':1001}",
                "{'name':'A','numberOfSeats':0}",
                "{'name':'A','numberOfSeats':-10}",
                "{'name':'A','numberOfSeats':10.5}",
                "{'name':'A','numberOfSeats':'ten'}",
                "{'name':'A','numberOfSeats':'10'}",
                "{'name':'A','numberOfSeats':null}",
                "{'name':'A','totalSeats':10}"
            })
    @DisplayName("422: Unprocessable Content Error, if a field is missing or wrong")
    void unprocessable(String body) {
        isError(
                user().post(EVENTS, Json.of(body)),
                422,
                "unprocessable-content-error",
                "Unprocessable Content error");
    }

    @Test
    @DisplayName("fields that the document does not name are ignored")
    void unknownFields() {
        String body = "{'name':'A','numberOfSeats':10,'slug':'a','seats':[]}";
        user().post(EVENTS, Json.of(body)).is(201);
    }

    @Test
    @DisplayName("the answer is JSON whatever the caller accepts")
    void accept() {
        Visitor browser = user().with("Accept", "text/html");
        String body = Json.of("{'name':'A','numberOfSeats':10}");
        Reply created = browser.post(EVENTS, body).is(201);
        assertEquals("application/json", created.header("Content-Type"));
        Reply seats = browser.get(EVENTS + "/" + created.text("id") + "/seats").is(200);
        assertEquals("application/json", seats.header("Content-Type"));
    }

    @Test
    @DisplayName("a body is read under any Content-Type, and under none")
    void contentType() {
        String body = Json.of("{'name':'A','numberOfSeats':10}");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        user().send("POST", EVENTS, bytes).is(201);
        user().with("Content-Type", "text/plain").send("POST", EVENTS, bytes).is(201);
    }
}
