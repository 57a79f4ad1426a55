package usher.bench.kill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import usher.bench.kill.Visit.Known;
import usher.bench.load.LoadLoop;

class VisitorsTest {

    private static final UUID EVENT = UUID.fromString("01890000-1234-7abc-8def-123456700000");
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int CONFLICT = 409;

    private final Visitors visitors = new Visitors(List.of(EVENT), 50, 2, new SplittableRandom(1));

    @Test
    void what_is_not_answered_stays_unknown() {
        ask(0);
        assertEquals(Known.UNKNOWN, visitors.journal().getFirst().held());
        assertEquals(1, Judgement.unanswered(visitors.journal()));
    }

    @Test
    void each_connection_has_its_own_visitor() {
        ask(0);
        ask(1);
        assertTrue(visitors.answered(1, CONFLICT));
        assertEquals(Known.UNKNOWN, visitors.journal().get(0).held());
        assertEquals(Known.REFUSED, visitors.journal().get(1).held());
    }

    @Test
    void who_was_refused_leaves_and_the_next_comes() {
        ask(0);
        visitors.answered(0, CONFLICT);
        ask(0);
        assertEquals(2, visitors.journal().size());
    }

    @Test
    void an_answer_that_nobody_expects_is_no_answer() {
        ask(0);
        assertFalse(visitors.answered(0, 500));
        assertEquals(Known.UNKNOWN, visitors.journal().getFirst().held());
    }

    @Test
    void who_holds_and_is_refused_to_reserve_is_told_something_unexpected() {
        Visit visit = visitWith(Visit.Then.RESERVE);
        ask(0);
        assertFalse(visitors.answered(0, CONFLICT));
        assertEquals(Known.REFUSED, visit.thenDone());
    }

    @Test
    void visitors_ask_in_every_way() {
        StringBuilder asked = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String request = ask(0);
            asked.append(request.lines().findFirst().orElseThrow()).append('\n');
            visitors.answered(0, request.contains("/release ") ? NO_CONTENT : OK);
        }
        for (String call : List.of("/hold ", "/holds ", "/reserve ", "/release ")) {
            assertTrue(asked.toString().contains(call), "nobody asked for" + call);
        }
        assertEquals(
                visitors.journal().size(),
                visitors.journal().stream().map(Visit::user).collect(Collectors.toSet()).size());
    }

    @Test
    void a_hold_of_several_names_each_seat_in_its_body() {
        String request = "";
        while (!request.contains("/holds ")) {
            request = ask(0);
            visitors.answered(0, CONFLICT);
        }
        Visit visit = visitors.journal().getLast();
        String body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertTrue(request.contains("\r\nContent-Length: " + body.length() + "\r\n"), request);
        assertEquals(visit.seats().size(), body.split(",", -1).length);
    }

    private Visit visitWith(Visit.Then then) {
        while (true) {
            ask(0);
            Visit visit = visitors.journal().getLast();
            if (visit.held() == Known.UNKNOWN && visit.then() == then) {
                visitors.answered(0, OK);
                return visit;
            }
            visitors.answered(0, CONFLICT);
        }
    }

    private String ask(int connection) {
        ByteBuffer buffer = ByteBuffer.allocate(LoadLoop.REQUEST_BYTES_MAX);
        assertTrue(visitors.ask(connection, buffer));
        return ISO_8859_1.decode(buffer.flip()).toString();
    }
}
