package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// The event-management-service document, operation by operation and response by response.
@QuarkusTest
final class EventManagementServiceTest {

    private static final String EVENTS = "/v1alpha1/events";
    private static final String NO_EVENT = "bf9eec7d-9b97-46b8-9cfb-706a2862520b";
    private static final String NO_SEAT = "922fc335-171f-4109-b2b0-5f1826cee53b";

    /// The document's own example: `6e859e28-86c3-4eb9-9674-f48ac89cc1c5`.
    private static final String TOKEN = "Bearer NmU4NTllMjgtODZjMy00ZWI5LTk2NzQtZjQ4YWM4OWNjMWM1";

    private final Visitor nobody = Visitor.nobody();
    private final Visitor user = nobody.with("authorization", TOKEN);

    @Nested
    @DisplayName("POST /events: Create an Event.")
    final class CreateEvent {

        @Test
        @DisplayName("201: Successful operation, with the Event")
        void created() {
            String name = "Lord of the Rings extended edition marathon";
            String body = "{'name':'%s','numberOfSeats':15}".formatted(name);
            Reply reply = user.post(EVENTS, Json.of(body)).is(201);
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
            assertEquals(numberOfSeats, available(create(numberOfSeats)).size());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[]", "null", "'A'", "{'name':'A','numberOfSeats':ten}"})
        @DisplayName("400: Bad Request Error, if the body is no JSON object")
        void malformed(String body) {
            isBadRequest(user.post(EVENTS, Json.of(body)));
        }

        @Test
        @DisplayName("400: Bad Request Error, if the body is too large")
        void tooLarge() {
            isBadRequest(user.post(EVENTS, " ".repeat(300_000)));
        }

        @Test
        @DisplayName("401: Unauthorized Error, if nobody knows who is calling")
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
                    user.post(EVENTS, Json.of(body)),
                    422,
                    "unprocessable-content-error",
                    "Unprocessable Content error");
        }

        @Test
        @DisplayName("fields that the document does not name are ignored")
        void unknownFields() {
            String body = "{'name':'A','numberOfSeats':10,'slug':'a','seats':[]}";
            user.post(EVENTS, Json.of(body)).is(201);
        }

        @Test
        @DisplayName("the answer is JSON whatever the caller accepts")
        void accept() {
            Visitor browser = user.with("Accept", "text/html");
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
            user.send("POST", EVENTS, bytes).is(201);
            user.with("Content-Type", "text/plain").send("POST", EVENTS, bytes).is(201);
        }
    }

    @Nested
    @DisplayName("GET /events/{eventId}/seats: Get available Seats for an Event.")
    final class GetAvailableSeats {

        @Test
        @DisplayName("200: Successful operation, an array of Seats, without auth")
        void listed() {
            String event = create(10);
            JsonNode seats = nobody.get(EVENTS + "/" + event + "/seats").is(200).json();
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
            String event = create(10);
            List<String> seats = available(event);
            hold(event, seats.get(0)).is(204);
            hold(event, seats.get(1)).is(204);
            reserve(event, seats.get(1)).is(204);
            assertEquals(seats.subList(2, 10), available(event));
        }

        @Test
        @DisplayName("a list without any seat left is an empty array")
        void soldOut() {
            String event = create(10);
            for (String seat : available(event)) hold(event, seat).is(204);
            assertEquals("[]", nobody.get(EVENTS + "/" + event + "/seats").is(200).text());
        }

        @ParameterizedTest
        @ValueSource(strings = {NO_EVENT, "019aa1f2-7e34-7c11-9d3b-5159e4800000", "no-uuid"})
        @DisplayName("404: Not found Error")
        void notFound(String event) {
            isNotFound(nobody.get(EVENTS + "/" + event + "/seats"));
        }
    }

    @Nested
    @DisplayName("POST /events/{eventId}/seats/{seatId}/hold: Hold an available Seat for a User.")
    final class Hold {

        @Test
        @DisplayName("204: Successful operation, without a body")
        void held() {
            String event = create(10);
            Reply reply = hold(event, available(event).getFirst()).is(204);
            assertEquals("", reply.text());
            assertEquals("", reply.header("Content-Type"));
        }

        @Test
        @DisplayName("204 again for the user who holds it")
        void again() {
            String event = create(10);
            String seat = available(event).getFirst();
            hold(event, seat).is(204);
            hold(event, seat).is(204);
        }

        @Test
        @DisplayName("the document knows no limit of seats per user")
        void noLimit() {
            String event = create(100);
            for (String seat : available(event)) hold(event, seat).is(204);
        }

        @Test
        @DisplayName("a body is not expected, and not minded")
        void body() {
            String event = create(10);
            user.post(path(event, available(event).getFirst(), "hold"), "anything").is(204);
        }

        @Test
        @DisplayName("401: Unauthorized Error")
        void unauthorized() {
            String event = create(10);
            isUnauthorized(path(event, available(event).getFirst(), "hold"));
        }

        @Test
        @DisplayName("404: Not found Error, if there is no such event or seat")
        void notFound() {
            String event = create(10);
            String seat = available(event).getFirst();
            String ofAnother = available(create(10)).getFirst();
            isNotFound(hold(event, NO_SEAT));
            isNotFound(hold(event, "no-uuid"));
            isNotFound(hold(event, ofAnother));
            isNotFound(hold(NO_EVENT, seat));
            isNotFound(hold("no-uuid", seat));
            assertEquals(10, available(event).size());
        }

        @Test
        @DisplayName("404: Not found Error, if the seat is not available")
        void unavailable() {
            String event = create(10);
            List<String> seats = available(event);
            Visitor other = Visitor.stranger();
            other.post(path(event, seats.get(0), "hold")).is(204);
            isNotFound(hold(event, seats.get(0)));
            other.post(path(event, seats.get(1), "hold")).is(204);
            other.post(path(event, seats.get(1), "reserve")).is(204);
            isNotFound(hold(event, seats.get(1)));
            isNotFound(other.post(path(event, seats.get(1), "hold")));
        }
    }

    @Nested
    @DisplayName("POST /events/{eventId}/seats/{seatId}/reserve: Permanently reserve a Seat.")
    final class Reserve {

        @Test
        @DisplayName("204: Successful operation, without a body")
        void reserved() {
            String event = create(10);
            String seat = available(event).getFirst();
            hold(event, seat).is(204);
            assertEquals("", reserve(event, seat).is(204).text());
            assertFalse(available(event).contains(seat));
        }

        @Test
        @DisplayName("401: Unauthorized Error")
        void unauthorized() {
            String event = create(10);
            isUnauthorized(path(event, available(event).getFirst(), "reserve"));
        }

        @Test
        @DisplayName("404: Not found Error, if there is no such event or seat")
        void notFound() {
            String event = create(10);
            String seat = available(event).getFirst();
            isNotFound(reserve(event, NO_SEAT));
            isNotFound(reserve(event, "no-uuid"));
            isNotFound(reserve(NO_EVENT, seat));
        }

        @Test
        @DisplayName("404: Not found Error, if the user is not holding the seat")
        void notHeld() {
            String event = create(10);
            String seat = available(event).getFirst();
            isNotFound(reserve(event, seat));
            Visitor.stranger().post(path(event, seat, "hold")).is(204);
            isNotFound(reserve(event, seat));
        }
    }

    @Nested
    @DisplayName("Errors")
    final class Errors {

        @Test
        @DisplayName("every type resolves to a section of docs/errors.md")
        void documented() throws IOException {
            List<String> sections =
                    Files.readAllLines(Path.of("../docs/errors.md")).stream()
                            .filter(line -> line.startsWith("## "))
                            .map(
                                    line ->
                                            line.substring(3)
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace(' ', '-'))
                            .toList();
            assertTrue(sections.containsAll(EventManagementFace.sections()), sections.toString());
        }

        @Test
        @DisplayName("addresses and methods that the document does not name are not found")
        void elsewhere() {
            isNotFound(nobody.get("/v1alpha1"));
            isNotFound(nobody.get("/v1alpha1/events/x"));
            isNotFound(nobody.send("DELETE", EVENTS, null));
            isNotFound(nobody.get(EVENTS));
        }
    }

    private String create(int numberOfSeats) {
        String body = "{'name':'A','numberOfSeats':%d}".formatted(numberOfSeats);
        return user.post(EVENTS, Json.of(body)).is(201).text("id");
    }

    private List<String> available(String event) {
        Reply list = nobody.get(EVENTS + "/" + event + "/seats").is(200);
        List<String> ids = new ArrayList<>();
        list.json().forEach(seat -> ids.add(seat.get("id").asText()));
        return ids;
    }

    private Reply hold(String event, String seat) {
        return user.post(path(event, seat, "hold"));
    }

    private Reply reserve(String event, String seat) {
        return user.post(path(event, seat, "reserve"));
    }

    private static String path(String event, String seat, String what) {
        return "%s/%s/seats/%s/%s".formatted(EVENTS, event, seat, what);
    }

    private void isUnauthorized(String path) {
        List<Visitor> unknown =
                List.of(
                        nobody,
                        nobody.with("Authorization", "Bearer no-base64!"),
                        nobody.with("Authorization", "Bearer " + Visitor.token("no uuid")),
                        nobody.with("Authorization", "Basic " + Visitor.token(NO_SEAT)));
        for (Visitor visitor : unknown) {
            Reply reply = visitor.post(path, Json.of("{'name':'A','numberOfSeats':10}"));
            isError(reply, 401, "unauthorized-error", "Unauthorized error");
            assertEquals("Bearer", reply.header("WWW-Authenticate"));
        }
    }

    private static void isBadRequest(Reply reply) {
        isError(reply, 400, "bad-request-error", "Bad request error");
    }

    private static void isNotFound(Reply reply) {
        isError(reply, 404, "not-found-error", "Not found error");
    }

    private static void isError(Reply reply, int status, String section, String title) {
        reply.is(status);
        assertTrue(reply.header("Content-Type").startsWith("application/json"));
        assertEquals(List.of("type", "status", "title", "detail"), reply.fields());
        assertEquals("file://docs/errors.md#" + section, reply.text("type"));
        assertEquals(status, reply.json().get("status").intValue());
        assertEquals(title, reply.text("title"));
        assertFalse(reply.text("detail").isBlank());
    }
}
