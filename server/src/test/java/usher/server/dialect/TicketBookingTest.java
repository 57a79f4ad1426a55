package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.LedgerOfRun;
import usher.server.TestClock;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// The ticket-booking document, line by line.
@QuarkusTest
@DisplayName("ticket-booking")
final class TicketBookingTest {

    @Inject TestClock clock;

    private final Visitor nobody = Visitor.nobody();
    private final String user = UUID.randomUUID().toString();
    private final String name = "Gala " + UUID.randomUUID();
    private final String event = create(name, "2031-05-06T19:30:00Z");

    @Test
    @DisplayName("GET /status: returns the status of the API services, currently only the DB")
    void status() {
        assertEquals(
                Json.tree("{'database':{'status':'up'}}"), nobody.get("/status").is(200).json());
    }

    @Test
    @DisplayName("GET /events: in crescent order of the date, using cursor pagination")
    void listed() {
        String later = create(name + " later", "2031-05-07T19:30:00Z");
        String query = "/events?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);

        Reply first = nobody.get(query + "&limit=1").is(200);
        assertEquals(event, first.text("/items/0/id"));
        Reply second = nobody.get(query + "&limit=1&cursor=" + first.text("nextCursor")).is(200);
        assertEquals(later, second.text("/items/0/id"));
        assertEquals(1, second.json().get("items").size());
    }

    @Test
    @DisplayName("It also accepts a name filter: a simple ILIKE")
    void filtered() {
        String part = name.toUpperCase(Locale.ROOT).substring(5, 30);
        JsonNode items = nobody.get("/events?name=" + part).is(200).json().get("items");
        assertEquals(1, items.size());
        assertEquals(event, items.get(0).get("id").asText());
    }

    @Test
    @DisplayName("GET /events/{id}: VIP = $100, Front Row = $50, GA = $10")
    void found() {
        Reply found = nobody.get("/events/" + event).is(200);
        assertEquals(name, found.text("name"));
        assertEquals("2031-05-06T19:30:00.000Z", found.text("datetime"));
        assertEquals(Json.tree("{'vip':100,'frontRow':50,'ga':10}"), found.json().get("prices"));
        assertEquals(115, found.json().get("totalSeats").intValue());
    }

    @Test
    @DisplayName("GET /events/{id}/availability: the tickets available at each tier")
    void available() {
        assertEquals(left(5, 10, 100), availability());
        book(UUID.randomUUID().toString(), "'vip':2,'frontRow':1,'ga':3").is(201);
        assertEquals(left(3, 9, 97), availability());
    }

    @Test
    @DisplayName("POST /bookings: many tickets across multiple tiers; the client makes the id")
    void booked() {
        String id = UUID.randomUUID().toString();
        Reply booked = book(id, "'vip':2,'frontRow':0,'ga':3").is(201);
        assertEquals(
                List.of("id", "userId", "eventId", "vip", "frontRow", "ga", "status", "createdAt"),
                booked.fields());
        assertEquals(id, booked.text("id"));
        assertEquals(2, booked.json().get("vip").intValue());
        assertEquals(0, booked.json().get("frontRow").intValue());
        assertEquals(3, booked.json().get("ga").intValue());
        assertEquals("pending", booked.text("status"));
        assertEquals(booked.json(), book(id, "'vip':2,'frontRow':0,'ga':3").is(201).json());
        book(id, "'vip':3").is(422);
    }

    @Test
    @DisplayName("No Double-Booking: what is taken is not there for the next")
    void notTwice() {
        book(UUID.randomUUID().toString(), "'vip':5").is(201);
        Reply refused = book(UUID.randomUUID().toString(), "'vip':1").is(409);
        assertEquals("not-enough-seats", refused.text("code"));
    }

    @Test
    @DisplayName("GET /bookings: the bookings made by a user, not paginated")
    void mine() {
        String id = UUID.randomUUID().toString();
        Reply booked = book(id, "'ga':1").is(201);
        JsonNode list = nobody.get("/bookings?userId=" + user).is(200).json();
        assertEquals(1, list.size());
        assertEquals(booked.json(), list.get(0));
        String other = "/bookings?userId=" + UUID.randomUUID();
        assertTrue(nobody.get(other).is(200).json().isEmpty());
        nobody.get("/bookings").is(400);
        nobody.get("/bookings?userId=x").is(400);
    }

    @ParameterizedTest
    @CsvSource({"true,confirmed,4", "false,failed,5"})
    @DisplayName("POST /payment: simulates payment success and failure")
    void paid(boolean success, String status, int vipLeft) {
        String id = UUID.randomUUID().toString();
        book(id, "'vip':1").is(201);
        Reply paid = pay(id, String.valueOf(success)).is(201);
        assertEquals(status, paid.text("status"));
        assertEquals(success, paid.json().get("success").booleanValue());
        JsonNode list = nobody.get("/bookings?userId=" + user).is(200).json();
        assertEquals(status, list.get(0).get("status").asText());
        assertEquals(vipLeft, availability().get("vip").intValue());
        pay(id, "true").is(409);
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    @DisplayName("fails the bookings that are pending for more than 5 minutes")
    void freed() {
        String id = UUID.randomUUID().toString();
        book(id, "'vip':1").is(201);
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        JsonNode list = nobody.get("/bookings?userId=" + user).is(200).json();
        assertEquals("failed", list.get(0).get("status").asText());
        assertEquals("booking-expired", pay(id, "true").is(409).text("code"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    400 | {}
                    400 | {'id':'I','userId':'I','eventId':'E'}
                    400 | {'id':'I','userId':'I','eventId':'E','vip':0}
                    400 | {'id':'I','userId':'I','eventId':'E','vip':-1}
                    400 | {'id':'I','userId':'I','eventId':'E','vip':1001}
                    400 | {'id':'I','userId':'I','eventId':'E','vip':1,'ga':1000}
                    400 | {'id':'I','userId':'I','eventId':'E','vip':'two'}
                    400 | {'id':'x','userId':'I','eventId':'E','vip':1}
                    400 | {'id':'I','userId':'x','eventId':'E','vip':1}
                    400 | {'id':'I','userId':'I','eventId':'I','vip':1}
                    404 | {'id':'I','userId':'I','eventId':'N','vip':1}
                    400 | [
                    """)
    @DisplayName("what is wrong is refused with a sentence and a code")
    void wrong(int status, String body) {
        String whole =
                Json.of(body)
                        .replace("\"I\"", "\"" + user + "\"")
                        .replace("\"E\"", "\"" + event + "\"")
                        .replace("\"N\"", "\"019aa1f2-7e34-7c11-9d3b-5159e4800000\"");
        assertEquals(List.of("error", "code"), nobody.post("/bookings", whole).is(status).fields());
    }

    @Test
    @DisplayName("a payment names its booking, and says how it ends")
    void wrongPayment() {
        nobody.post("/payment", Json.of("{'success':true}")).is(400);
        nobody.post("/payment", Json.of("{'bookingId':'%s'}".formatted(user))).is(400);
        pay(user, "'yes'").is(400);
        assertEquals("booking-not-found", pay(user, "true").is(404).text("code"));
    }

    private static String create(String name, String startsAt) {
        String body =
                """
                {'name':'%s','startsAt':'%s','policy':{'heldSeatsPerUser':0},'sections':[
                  {'name':'VIP','tier':'VIP','price':{'amount':10000,'currency':'USD'},
                   'capacity':5},
                  {'name':'Front','tier':'Front Row','price':{'amount':5000,'currency':'USD'},
                   'capacity':10},
                  {'name':'GA','tier':'GA','price':{'amount':1000,'currency':'USD'},
                   'capacity':100}]}
                """
                        .formatted(name, startsAt);
        return Visitor.ann().post("/v1/events", Json.of(body)).is(201).text("id");
    }

    private Reply book(String id, String quantities) {
        return nobody.post(
                "/bookings",
                Json.of(
                        "{'id':'%s','userId':'%s','eventId':'%s',%s}"
                                .formatted(id, user, event, quantities)));
    }

    private Reply pay(String id, String success) {
        String body = "{'bookingId':'%s','success':%s}".formatted(id, success);
        return nobody.post("/payment", Json.of(body));
    }

    private JsonNode availability() {
        return nobody.get("/events/" + event + "/availability").is(200).json();
    }

    private static JsonNode left(int vip, int frontRow, int ga) {
        return Json.tree("{'vip':%d,'frontRow':%d,'ga':%d}".formatted(vip, frontRow, ga));
    }
}
