package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.bench.server.Api;

class RequestFormTest {

    private static final UUID EVENT = UUID.fromString("019aa1f2-7e34-7c11-9d3b-5159e4800000");
    private static final List<UUID> EVENTS = List.of(EVENT);

    @Test
    void an_order_names_its_user_its_booking_and_its_event() {
        OrderRush orders = new OrderRush(EVENTS, "GA", 2, 7);

        String request = asked(orders, 0);

        long number = SeatRush.number(7);
        String body =
                "{\"id\":\"%s\",\"eventId\":\"%s\",\"tickets\":{\"GA\":2}}"
                        .formatted(RequestForm.booking(number), EVENT);
        assertTrue(request.startsWith("POST /v1/bookings HTTP/1.1\r\n"), request);
        assertTrue(request.contains("Bearer " + Api.token(SeatRush.user(7)) + "\r\n"), request);
        assertTrue(request.contains("Content-Length: " + body.length() + "\r\n"), request);
        assertTrue(request.endsWith("\r\n\r\n" + body), request);
        assertEquals(8, orders.next());
    }

    @Test
    void a_visit_is_four_requests_of_one_user_about_one_seat() {
        JourneyRush visits = new JourneyRush(new Places(1, 9, false), EVENTS, 4);
        String booking = RequestForm.booking(SeatRush.number(4)).toString();
        String seat = Api.seatId(EVENT, 5).toString();

        String hold = asked(visits, 0);
        assertTrue(hold.startsWith("POST " + Api.seatPath(EVENT, 5) + "/hold HTTP"), hold);
        visits.answered(0, 200);
        String other = asked(visits, 1);
        assertTrue(other.startsWith("POST " + Api.seatPath(EVENT, 6) + "/hold HTTP"), other);
        String book = asked(visits, 0);
        assertTrue(book.endsWith("\"seats\":[\"" + seat + "\"]}"), book);
        assertTrue(book.contains("{\"id\":\"" + booking + "\""), book);
        visits.answered(0, 201);
        String pay = asked(visits, 0);
        assertTrue(pay.endsWith("{\"bookingId\":\"" + booking + "\"}"), pay);
        visits.answered(0, 201);
        String look = asked(visits, 0);
        assertTrue(look.startsWith("GET /v1/bookings/" + booking + " HTTP"), look);
        assertTrue(look.contains(Api.token(SeatRush.user(4))), look);
        assertTrue(visits.answered(0, 200));
        assertTrue(asked(visits, 0).contains(Api.seatPath(EVENT, 7)));
    }

    @Test
    void a_visit_that_went_wrong_is_over() {
        JourneyRush visits = new JourneyRush(new Places(1, 9, false), EVENTS, 0);
        asked(visits, 0);
        assertEquals(false, visits.answered(0, 409));
        assertTrue(asked(visits, 0).contains("/hold HTTP"));
    }

    private static String asked(Script script, int connection) {
        ByteBuffer target = ByteBuffer.allocate(LoadLoop.REQUEST_BYTES_MAX);
        assertTrue(script.ask(connection, target));
        return new String(target.array(), 0, target.position(), ISO_8859_1);
    }
}
