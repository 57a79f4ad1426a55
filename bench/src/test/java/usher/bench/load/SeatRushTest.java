package usher.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeatRushTest {

    private static final UUID FIRST = UUID.fromString("01890000-1234-7abc-8def-123456700000");
    private static final UUID SECOND = UUID.fromString("01890000-1234-7abc-9def-abcdef000000");
    private static final List<UUID> EVENTS = List.of(FIRST, SECOND);

    @Test
    void a_request_names_event_seat_and_user_as_the_server_reads_them() {
        SeatRush rush = new SeatRush(Call.HOLD, new Places(2, 100_000, false), EVENTS, 0);
        String first = ask(rush);
        assertEquals(
                "POST /v1/events/%s/seats/%s/hold HTTP/1.1".formatted(FIRST, seat(FIRST, 1)),
                first.lines().findFirst().orElseThrow());
        assertTrue(first.endsWith("\r\nContent-Length: 0\r\n\r\n"), first);
        assertEquals(SeatRush.user(0), user(first));
        String second = ask(rush);
        assertTrue(second.contains("/seats/" + seat(SECOND, 1) + "/hold"), second);
        assertEquals(SeatRush.user(1), user(second));
    }

    @Test
    void every_request_is_another_users_and_another_seats() {
        SeatRush rush = new SeatRush(Call.HOLD, new Places(2, 5000, false), EVENTS, 0);
        Set<String> paths = new HashSet<>();
        Set<UUID> users = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String request = ask(rush);
            paths.add(request.lines().findFirst().orElseThrow());
            users.add(user(request));
        }
        assertEquals(10_000, paths.size());
        assertEquals(10_000, users.size());
        assertFalse(rush.ask(0, buffer()), "there was a place that does not exist");
    }

    @Test
    void a_hot_event_is_filled_before_the_next() {
        Places hot = new Places(2, 3, true);
        SeatRush rush = new SeatRush(Call.HOLD, hot, EVENTS, 2);
        assertTrue(ask(rush).contains("/seats/" + seat(FIRST, 3) + "/hold"));
        assertTrue(ask(rush).contains("/seats/" + seat(SECOND, 1) + "/hold"));
    }

    @Test
    void a_load_goes_on_where_another_ended() {
        Places places = new Places(2, 100_000, false);
        SeatRush one = new SeatRush(Call.HOLD, places, EVENTS, 70_001);
        String request = ask(one);
        assertTrue(request.contains("/seats/" + seat(SECOND, 35_001) + "/hold"), request);
        assertEquals(70_002, one.next());
    }

    @Test
    void the_user_who_holds_a_place_is_the_one_who_reserves_it() {
        Places places = new Places(2, 10, false);
        String hold = ask(new SeatRush(Call.HOLD, places, EVENTS, 7));
        String reserve = ask(new SeatRush(Call.RESERVE, places, EVENTS, 7));
        assertEquals(hold.replace("/hold ", "/reserve "), reserve);
    }

    @Test
    void who_is_to_be_refused_is_not_who_has_the_place() {
        Places places = new Places(2, 10, false);
        String refused = ask(new SeatRush(Call.REFUSED_HOLD, places, EVENTS, 7));
        assertEquals(path(ask(new SeatRush(Call.HOLD, places, EVENTS, 7))), path(refused), refused);
        assertEquals(SeatRush.user(8), user(refused));
    }

    @Test
    void a_seat_that_flickers_is_held_and_let_go_by_the_same_user() {
        SeatFlicker flicker = new SeatFlicker(new Places(2, 10, false), EVENTS);
        String hold = ask(flicker);
        assertTrue(flicker.answered(0, 200));
        String release = ask(flicker);
        assertEquals(hold.replace("/hold ", "/release "), release);
        assertFalse(flicker.answered(0, 200), "a release is a 204");
        assertTrue(ask(flicker).contains("/seats/" + seat(SECOND, 1) + "/hold "));
    }

    @Test
    void the_best_seats_are_asked_for_of_one_event_after_the_other() {
        BestRush best = new BestRush(EVENTS, 4, 0);
        String first = ask(best);
        assertTrue(first.startsWith("POST /v1/events/" + FIRST + "/holds HTTP/1.1\r\n"), first);
        assertTrue(first.endsWith("\r\n\r\n{\"bestAvailable\":{\"quantity\":4}}"), first);
        assertTrue(first.contains("\r\nContent-Length: 32\r\n"), first);
        String second = ask(best);
        assertTrue(second.startsWith("POST /v1/events/" + SECOND + "/holds "), second);
        assertEquals(SeatRush.user(1), user(second));
        assertEquals(2, best.next());
    }

    @Test
    void the_floor_may_ask_for_a_seat_again() {
        SeatRush rush = new SeatRush(Call.FLOOR, new Places(2, 1, false), EVENTS, 0);
        String first = ask(rush);
        ask(rush);
        assertEquals(first, ask(rush));
    }

    private static String ask(Script rush) {
        ByteBuffer buffer = buffer();
        assertTrue(rush.ask(0, buffer), "nothing left to ask");
        return ISO_8859_1.decode(buffer.flip()).toString();
    }

    private static String path(String request) {
        return request.substring(0, request.indexOf(' ', "POST ".length()));
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(LoadLoop.REQUEST_BYTES_MAX);
    }

    private static UUID seat(UUID event, int number) {
        return new UUID(event.getMostSignificantBits(), event.getLeastSignificantBits() | number);
    }

    private static UUID user(String request) {
        String token =
                request.lines()
                        .filter(line -> line.startsWith("Authorization: Bearer "))
                        .map(line -> line.substring("Authorization: Bearer ".length()))
                        .findFirst()
                        .orElseThrow();
        return UUID.fromString(new String(Base64.getDecoder().decode(token), ISO_8859_1));
    }
}
