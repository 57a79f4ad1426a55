package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.server.dialect.DocumentClient.NO_EVENT;
import static usher.server.dialect.DocumentClient.NO_SEAT;
import static usher.server.dialect.DocumentClient.available;
import static usher.server.dialect.DocumentClient.hold;
import static usher.server.dialect.DocumentClient.isNotFound;
import static usher.server.dialect.DocumentClient.isUnauthorized;
import static usher.server.dialect.DocumentClient.newEvent;
import static usher.server.dialect.DocumentClient.path;
import static usher.server.dialect.DocumentClient.user;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// The event-management-service document, line by line: `POST
/// /events/{eventId}/seats/{seatId}/hold`.
@QuarkusTest
@DisplayName("POST /events/{eventId}/seats/{seatId}/hold: Hold an available Seat for a User.")
final class HoldSeatTest {

    @Test
    @DisplayName("204: Successful operation, without a body")
    void held() {
        String event = newEvent(10);
        Reply reply = hold(event, available(event).getFirst()).is(204);
        assertEquals("", reply.text());
        assertEquals("", reply.header("Content-Type"));
    }

    @Test
    @DisplayName("204 again for the user who holds it")
    void again() {
        String event = newEvent(10);
        String seat = available(event).getFirst();
        hold(event, seat).is(204);
        hold(event, seat).is(204);
    }

    @Test
    @DisplayName("the document knows no limit of seats per user")
    void noLimit() {
        String event = newEvent(100);
        for (String seat : available(event)) hold(event, seat).is(204);
    }

    @Test
    @DisplayName("a body is not expected, and not minded")
    void body() {
        String event = newEvent(10);
        user().post(path(event, available(event).getFirst(), "hold"), "anything").is(204);
    }

    @Test
    @DisplayName("401: Unauthorized Error")
    void unauthorized() {
        String event = newEvent(10);
        isUnauthorized(path(event, available(event).getFirst(), "hold"));
    }

    @Test
    @DisplayName("404: Not found Error, if there is no such event or seat")
    void notFound() {
        String event = newEvent(10);
        String seat = available(event).getFirst();
        String ofAnother = available(newEvent(10)).getFirst();
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
        String event = newEvent(10);
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
