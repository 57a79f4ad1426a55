package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.server.dialect.OnlineReservationEventsTest.isError;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
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

/// The online-reservation-system document, line by line: seats. Time stands still in here.
@QuarkusTest
@DisplayName("Seat Management and Reservation Workflow")
final class OnlineReservationSeatsTest {

    private static final UUID ANN = Visitor.ANN;
    private static final UUID BOB = Visitor.BOB;

    @Inject TestClock clock;

    private final Visitor nobody = Visitor.nobody();
    private Sale sale = new Sale("", 0);

    @BeforeEach
    void open() {
        clock.stop();
        String body = Json.of("{'name':'A','totalSeats':20}");
        sale = new Sale(nobody.post("/events/create", body).is(201).text("id"), 20);
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    @DisplayName("/seats/list/{eventId} - List available seats: id, eventId, UUID, status")
    void listed() {
        JsonNode seats = nobody.get("/seats/list/" + sale.id()).is(200).json();
        assertEquals(20, seats.size());
        assertEquals(seatJson(1, "", "Available"), seats.get(0));
        assertEquals(seatJson(20, "", "Available"), seats.get(19));
    }

    @Test
    @DisplayName("/seats/get/{id} - Get seat by ID")
    void found() {
        isSeat(nobody.get("/seats/get/" + sale.seatId(7)), 7, "", "Available");
    }

    @Test
    @DisplayName("/seats/hold - Hold a seat: On hold, with the UUID of the user")
    void held() {
        isSeat(ask("hold", 7, ANN), 7, ANN.toString(), "On hold");
        isSeat(nobody.get("/seats/get/" + sale.seatId(7)), 7, ANN.toString(), "On hold");
        assertEquals(19, nobody.get("/seats/list/" + sale.id()).json().size());
        isSeat(ask("hold", 7, ANN), 7, ANN.toString(), "On hold");
    }

    @Test
    @DisplayName("User can hold a specific number of seats: 6")
    void maxHeld() {
        for (int seat = 1; seat <= 6; seat++) ask("hold", seat, ANN).is(200);
        isError(ask("hold", 7, ANN), 403);
        ask("hold", 7, BOB).is(200);
        ask("reserve", 1, ANN).is(200);
        ask("hold", 8, ANN).is(200);
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    @DisplayName("Lock: with expiration, and released on expiration")
    void expired() {
        ask("hold", 7, ANN).is(200);
        clock.advance(Duration.ofMillis(59_999));
        isError(ask("hold", 7, BOB), 409);
        clock.advance(Duration.ofMillis(1));
        isSeat(nobody.get("/seats/get/" + sale.seatId(7)), 7, "", "Available");
        isError(ask("reserve", 7, ANN), 409);
        isError(ask("refresh", 7, ANN), 409);
        isSeat(ask("hold", 7, BOB), 7, BOB.toString(), "On hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "hold/refresh"})
    @DisplayName("Refresh Hold: User can refresh the lock to extend hold, again and again")
    void refreshed(String address) {
        ask("hold", 7, ANN).is(200);
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(50));
            isSeat(ask(address, 7, ANN), 7, ANN.toString(), "On hold");
        }
        isError(ask(address, 7, BOB), 403);
    }

    @Test
    @DisplayName("Reserve: Only seats On hold and matching UUID can be reserved")
    void reserved() {
        isError(ask("reserve", 7, ANN), 403);
        ask("hold", 7, ANN).is(200);
        isError(ask("reserve", 7, BOB), 403);
        isSeat(ask("reserve", 7, ANN), 7, ANN.toString(), "Reserved");
        isSeat(nobody.get("/seats/get/" + sale.seatId(7)), 7, ANN.toString(), "Reserved");
        clock.advance(Duration.ofHours(2));
        isSeat(nobody.get("/seats/get/" + sale.seatId(7)), 7, ANN.toString(), "Reserved");
        isError(ask("hold", 7, BOB), 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hold", "refresh", "hold/refresh", "reserve"})
    @DisplayName("400: a body without a seat and a UUID")
    void malformed(String address) {
        String seat = sale.seatId(1);
        for (String body :
                List.of(
                        "",
                        "[]",
                        "{'id':'%s'}".formatted(seat),
                        "{'UUID':'%s'}".formatted(ANN),
                        "{'id':'%s','UUID':''}".formatted(seat),
                        "{'id':'%s','UUID':'ann'}".formatted(seat),
                        "{'id':'%s','UUID':7}".formatted(seat),
                        "{'id':7,'UUID':'%s'}".formatted(ANN),
                        "{'id':null,'UUID':'%s'}".formatted(ANN))) {
            isError(nobody.post("/seats/" + address, Json.of(body)), 400);
        }
    }

    @Test
    @DisplayName("404: no such seat")
    void notFound() {
        Sale unknown = new Sale("019aa1f2-7e34-7c11-9d3b-5159e4800000", 10);
        for (String seat :
                List.of(
                        "no-uuid",
                        "922fc335-171f-4109-b2b0-5f1826cee53b",
                        sale.id(),
                        sale.seatId(21),
                        unknown.seatId(1))) {
            isError(nobody.get("/seats/get/" + seat), 404);
            isError(claim("hold", seat, ANN), 404);
            isError(claim("refresh", seat, ANN), 404);
            isError(claim("reserve", seat, ANN), 404);
        }
    }

    @Test
    @DisplayName("a seat that is blocked in another API is Reserved, for nobody")
    void blocked() {
        Visitor.ann().post(sale.blocks(), sale.body(7)).is(204);
        isSeat(nobody.get("/seats/get/" + sale.seatId(7)), 7, "", "Reserved");
        assertEquals(19, nobody.get("/seats/list/" + sale.id()).json().size());
        isError(ask("hold", 7, ANN), 409);
    }

    private Reply ask(String what, int seat, UUID user) {
        return claim(what, sale.seatId(seat), user);
    }

    private Reply claim(String what, String seat, UUID user) {
        String body = Json.of("{'id':'%s','UUID':'%s'}".formatted(seat, user));
        return nobody.post("/seats/" + what, body);
    }

    private void isSeat(Reply reply, int number, String user, String status) {
        reply.is(200);
        assertEquals(List.of("id", "eventId", "UUID", "status"), reply.fields());
        assertEquals(seatJson(number, user, status), reply.json());
    }

    private JsonNode seatJson(int number, String user, String status) {
        return Json.tree(
                "{'id':'%s','eventId':'%s','UUID':'%s','status':'%s'}"
                        .formatted(sale.seatId(number), sale.id(), user, status));
    }
}
