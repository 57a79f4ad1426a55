package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// A client that was written for the event-management-service document.
final class DocumentClient {

    static final String EVENTS = "/v1alpha1/events";
    static final String NO_EVENT = "bf9eec7d-9b97-46b8-9cfb-706a2862520b";
    static final String NO_SEAT = "922fc335-171f-4109-b2b0-5f1826cee53b";

    /// The document's own example: `6e859e28-86c3-4eb9-9674-f48ac89cc1c5`.
    private static final String TOKEN = "Bearer NmU4NTllMjgtODZjMy00ZWI5LTk2NzQtZjQ4YWM4OWNjMWM1";

    private DocumentClient() {}

    static Visitor nobody() {
        return Visitor.nobody();
    }

    static Visitor user() {
        return nobody().with("authorization", TOKEN);
    }

    static String newEvent(int numberOfSeats) {
        String body = "{'name':'A','numberOfSeats':%d}".formatted(numberOfSeats);
        return user().post(EVENTS, Json.of(body)).is(201).text("id");
    }

    static List<String> available(String event) {
        Reply list = nobody().get(EVENTS + "/" + event + "/seats").is(200);
        List<String> ids = new ArrayList<>();
        list.json().forEach(seat -> ids.add(seat.get("id").asText()));
        return ids;
    }

    static Reply hold(String event, String seat) {
        return user().post(path(event, seat, "hold"));
    }

    static Reply reserve(String event, String seat) {
        return user().post(path(event, seat, "reserve"));
    }

    static String path(String event, String seat, String what) {
        return "%s/%s/seats/%s/%s".formatted(EVENTS, event, seat, what);
    }

    static void isUnauthorized(String path) {
        List<Visitor> unknown =
                List.of(
                        nobody(),
                        nobody().with("Authorization", "Bearer no-base64!"),
                        nobody().with("Authorization", "Bearer " + Visitor.token("no uuid")),
                        nobody().with("Authorization", "Basic " + Visitor.token(NO_SEAT)));
        for (Visitor visitor : unknown) {
            Reply reply = visitor.post(path, Json.of("{'name':'A','numberOfSeats':10}"));
            isError(reply, 401, "unauthorized-error", "Unauthorized error");
            assertEquals("Bearer", reply.header("WWW-Authenticate"));
        }
    }

    static void isBadRequest(Reply reply) {
        isError(reply, 400, "bad-request-error", "Bad request error");
    }

    static void isNotFound(Reply reply) {
        isError(reply, 404, "not-found-error", "Not found error");
    }

    static void isError(Reply reply, int status, String section, String title) {
        reply.is(status);
        assertTrue(reply.header("Content-Type").startsWith("application/json"));
        assertEquals(List.of("type", "status", "title", "detail"), reply.fields());
        assertEquals("file://docs/errors.md#" + section, reply.text("type"));
        assertEquals(status, reply.json().get("status").intValue());
        assertEquals(title, reply.text("title"));
        assertFalse(reply.text("detail").isBlank());
    }
}
