package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.server.dialect.ZephyrEventsTest.isError;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.LedgerOfRun;
import usher.server.TestClock;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// The zephyr document, line by line: seats. Time stands still in here.
@QuarkusTest
@DisplayName("RESTful Endpoints: Seats")
final class ZephyrSeatsTest {

    private static final UUID ANN = Visitor.ANN;
    private static final UUID BOB = Visitor.BOB;

    @Inject TestClock clock;

    private final Visitor nobody = Visitor.nobody();
    private String event = "";

    @BeforeEach
    void open() {
        clock.stop();
        String body = Json.of("{'name':'A','totalSeats':20}");
        event = nobody.post("/api/events", body).is(201).text("id");
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    @DisplayName("POST …/hold: Hold seat, as a SeatHold")
    void held() {
        Reply hold = ask(7, "hold", ANN).is(200);
        assertEquals(
                List.of("eventId", "seatNumber", "userId", "heldAt", "expiresAt"), hold.fields());
        assertEquals(event, hold.text("eventId"));
        assertEquals(7, hold.json().get("seatNumber").intValue());
        assertEquals(ANN.toString(), hold.text("userId"));
        assertEquals(clock.instant(), time(hold, "heldAt"));
        assertEquals(Duration.ofSeconds(60), lasts(hold));
        assertEquals(hold.json(), ask(7, "hold", ANN).is(200).json());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 60, 300, 3600})
    @DisplayName("holdDuration: in seconds")
    void holdDuration(int seconds) {
        assertEquals(Duration.ofSeconds(seconds), lasts(ask(7, "hold", ANN, seconds).is(200)));
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    @DisplayName("GET …/status: available, held with userId and heldAt, reserved with reservedAt")
    void status() {
        assertEquals(List.of("eventId", "seatNumber", "status"), status(7, "available").fields());

        ask(7, "hold", ANN).is(200);
        Reply held = status(7, "held");
        assertEquals(List.of("eventId", "seatNumber", "status", "userId", "heldAt"), held.fields());
        assertEquals(ANN.toString(), held.text("userId"));
        assertEquals(clock.instant(), time(held, "heldAt"));

        clock.advance(Duration.ofSeconds(5));
        Reply reservation = ask(7, "reserve", ANN).is(200);
        Reply reserved = status(7, "reserved");
        assertEquals(reservation.json(), reserved.json());
        assertEquals(
                List.of("eventId", "seatNumber", "status", "userId", "reservedAt"),
                reserved.fields());
        assertEquals(ANN.toString(), reserved.text("userId"));
        assertEquals(clock.instant(), time(reserved, "reservedAt"));
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    @DisplayName("POST …/refresh: Extend hold duration")
    void refreshed() {
        ask(7, "hold", ANN).is(200);
        clock.advance(Duration.ofSeconds(50));
        Reply refreshed = ask(7, "refresh", ANN).is(200);
        assertEquals(Duration.ofSeconds(110), lasts(refreshed));
        assertEquals(Duration.ofSeconds(350), lasts(ask(7, "refresh", ANN, 300).is(200)));
        for (int i = 0; i < 20; i++) ask(7, "refresh", ANN).is(200);
        isError(ask(7, "refresh", BOB), 409);
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    @DisplayName("Release Seats: Automatic cleanup of expired holds")
    void expired() {
        ask(7, "hold", ANN).is(200);
        clock.advance(Duration.ofSeconds(60));
        status(7, "available");
        isError(ask(7, "reserve", ANN), 409);
        ask(7, "hold", BOB).is(200);
    }

    @Test
    @DisplayName("Reserve Seats: Permanent seat assignments, of a held seat, to its holder")
    void reserved() {
        isError(ask(7, "reserve", ANN), 409);
        ask(7, "hold", ANN).is(200);
        isError(ask(7, "reserve", BOB), 409);
        ask(7, "reserve", ANN).is(200);
        ask(7, "reserve", ANN).is(200);
        clock.advance(Duration.ofHours(2));
        status(7, "reserved");
        Reply refused = ask(7, "hold", BOB);
        isError(refused, 409);
        assertEquals("The seat cannot be had. Choose another seat.", refused.text("error"));
        assertEquals("seat-unavailable", refused.text("code"));
    }

    @Test
    @DisplayName("User Limits: Maximum seats per user per event")
    void limit() {
        for (int seat = 1; seat <= 6; seat++) ask(seat, "hold", ANN).is(200);
        Reply refused = ask(7, "hold", ANN);
        isError(refused, 409);
        assertEquals("hold-limit-reached", refused.text("code"));
        ask(7, "hold", BOB).is(200);
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    @DisplayName("GET …/user/:userId/holds: Get user holds, as an array of SeatHold")
    void holds() {
        assertEquals("[]", holdsOf(ANN).is(200).text());
        Reply second = ask(9, "hold", ANN, 300).is(200);
        Reply first = ask(3, "hold", ANN).is(200);
        ask(4, "hold", BOB).is(200);
        assertEquals("[%s,%s]".formatted(first.text(), second.text()), holdsOf(ANN).is(200).text());
        clock.advance(Duration.ofSeconds(60));
        assertEquals("[%s]".formatted(second.text()), holdsOf(ANN).is(200).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{'userId':null}",
                "{'userId':''}",
                "{'userId':7}",
                "{'userId':'ann'}",
                "{'userId':'6e859e2886c34eb99674f48ac89cc1c5'}",
                "{'userId':'6e859e28-86c3-4eb9-9674-f48ac89cc1c5','holdDuration':0}",
                "{'userId':'6e859e28-86c3-4eb9-9674-f48ac89cc1c5','holdDuration':-1}",
                "{'userId':'6e859e28-86c3-4eb9-9674-f48ac89cc1c5','holdDuration':3601}",
                "{'userId':'6e859e28-86c3-4eb9-9674-f48ac89cc1c5','holdDuration':1.5}",
                "{'userId':'6e859e28-86c3-4eb9-9674-f48ac89cc1c5','holdDuration':'60'}"
            })
    @DisplayName("400: a body that is wrong")
    void malformed(String body) {
        for (String what : List.of("hold", "refresh", "reserve")) {
            isError(nobody.post(path("7", what), Json.of(body)), 400);
        }
        status(7, "available");
    }

    @Test
    @DisplayName("400: holds of somebody who has no UUID")
    void nobodysHolds() {
        isError(nobody.get("/api/seats/" + event + "/user/ann/holds"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "-1", "x", "1.0", "01", "1000000", "99999999999999999999"})
    @DisplayName("404: seatNumber is not 1 to totalSeats")
    void noSeat(String number) {
        isError(nobody.get(path(number, "status")), 404);
        String body = Json.of("{'userId':'%s'}".formatted(ANN));
        for (String what : List.of("hold", "refresh", "reserve")) {
            isError(nobody.post(path(number, what), body), 404);
        }
    }

    @Test
    @DisplayName("404: no such event")
    void noEvent() {
        event = "019aa1f2-7e34-7c11-9d3b-5159e4800000";
        isError(ask(1, "hold", ANN), 404);
        isError(nobody.get(path("1", "status")), 404);
        isError(holdsOf(ANN), 404);
    }

    @Test
    @DisplayName("a hold in an event of another API lasts as long as that event allows")
    void ofOthers() {
        event = Sale.with(3, Json.of("{'holdSeconds':90}")).id();
        assertEquals(Duration.ofSeconds(60), lasts(ask(1, "hold", ANN).is(200)));
        assertEquals(Duration.ofSeconds(90), lasts(ask(2, "hold", ANN, 90).is(200)));
        Reply refused = ask(3, "hold", ANN, 91);
        isError(refused, 400);
        assertEquals("holdDuration is more than the event's policy allows.", refused.text("error"));
    }

    @Test
    @DisplayName("a seat that is blocked in another API is reserved, for nobody")
    void blocked() {
        Visitor.ann().post("/v1/events/" + event + "/blocks", sale().body(7)).is(204);
        assertEquals(List.of("eventId", "seatNumber", "status"), status(7, "reserved").fields());
        isError(ask(7, "hold", ANN), 409);
        isError(ask(7, "reserve", ANN), 409);
    }

    private Sale sale() {
        return new Sale(event, 20);
    }

    private Reply ask(int seat, String what, UUID user) {
        return nobody.post(
                path(String.valueOf(seat), what), Json.of("{'userId':'%s'}".formatted(user)));
    }

    private Reply ask(int seat, String what, UUID user, int seconds) {
        String body = "{'userId':'%s','holdDuration':%d}".formatted(user, seconds);
        return nobody.post(path(String.valueOf(seat), what), Json.of(body));
    }

    private String path(String seat, String what) {
        return "/api/seats/%s/%s/%s".formatted(event, seat, what);
    }

    private Reply status(int seat, String expected) {
        Reply reply = nobody.get(path(String.valueOf(seat), "status")).is(200);
        assertEquals(expected, reply.text("status"));
        assertEquals(event, reply.text("eventId"));
        assertEquals(seat, reply.json().get("seatNumber").intValue());
        return reply;
    }

    private Reply holdsOf(UUID user) {
        return nobody.get("/api/seats/%s/user/%s/holds".formatted(event, user));
    }

    private static Duration lasts(Reply hold) {
        return Duration.between(time(hold, "heldAt"), time(hold, "expiresAt"));
    }

    private static Instant time(Reply reply, String field) {
        return Instant.parse(reply.text(field));
    }
}
