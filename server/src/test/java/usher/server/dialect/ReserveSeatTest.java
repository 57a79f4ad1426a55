package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static usher.server.dialect.DocumentClient.NO_EVENT;
import static usher.server.dialect.DocumentClient.NO_SEAT;
import static usher.server.dialect.DocumentClient.available;
import static usher.server.dialect.DocumentClient.hold;
import static usher.server.dialect.DocumentClient.isNotFound;
import static usher.server.dialect.DocumentClient.isUnauthorized;
import static usher.server.dialect.DocumentClient.newEvent;
import static usher.server.dialect.DocumentClient.path;
import static usher.server.dialect.DocumentClient.reserve;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import usher.server.client.Visitor;

/// The event-management-service document, line by line: `POST
/// /events/{eventId}/seats/{seatId}/reserve`.
@QuarkusTest
@DisplayName("POST /events/{eventId}/seats/{seatId}/reserve: Permanently reserve a Seat.")
final class ReserveSeatTest {

    @Test
    @DisplayName("204: Successful operation, without a body")
    void reserved() {
        String event = newEvent(10);
        String seat = available(event).getFirst();
        hold(event, seat).is(204);
        assertEquals("", reserve(event, seat).is(204).text());
        assertFalse(available(event).contains(seat));
    }

    @Test
    @DisplayName("401: Unauthorized Error")
    void unauthorized() {
        String event = newEvent(10);
        isUnauthorized(path(event, available(event).getFirst(), "reserve"));
    }

    @Test
    @DisplayName("404: Not found Error, if there is no such event or seat")
    void notFound() {
        String event = newEvent(10);
        String seat = available(event).getFirst();
        isNotFound(reserve(event, NO_SEAT));
        isNotFound(reserve(event, "no-uuid"));
        isNotFound(reserve(NO_EVENT, seat));
    }

    @Test
    @DisplayName("404: Not found Error, if the user is not holding the seat")
    void notHeld() {
        String event = newEvent(10);
        String seat = available(event).getFirst();
        isNotFound(reserve(event, seat));
        Visitor.stranger().post(path(event, seat, "hold")).is(204);
        isNotFound(reserve(event, seat));
    }
}
