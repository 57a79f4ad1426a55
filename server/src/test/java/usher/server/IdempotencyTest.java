package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// A request that is sent again under its `Idempotency-Key`.
@QuarkusTest
final class IdempotencyTest {

    private static final String EVENT = Json.of("{'name':'A','totalSeats':10}");

    @Inject TestClock clock;

    private final Visitor ann = Visitor.stranger();
    private final Visitor again = ann.with("Idempotency-Key", "once");

    @BeforeEach
    void stopTheClock() {
        clock.stop();
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void an_event_is_created_once() {
        Reply first = again.post("/v1/events", EVENT).is(201);
        Reply second = again.post("/v1/events", EVENT).is(201);
        assertEquals(first.text(), second.text());
        assertEquals(first.header("Location"), second.header("Location"));
        assertNotEquals(first.text("id"), ann.post("/v1/events", EVENT).is(201).text("id"));
    }

    @Test
    void another_body_under_the_same_key_is_a_mismatch() {
        again.post("/v1/events", EVENT).is(201);
        again.post("/v1/events", EVENT.replace('A', 'B')).isProblem(422, "idempotency-mismatch");
    }

    @Test
    void keys_of_other_users_are_other_keys() {
        Reply mine = again.post("/v1/events", EVENT).is(201);
        Visitor bob = Visitor.stranger().with("Idempotency-Key", "once");
        assertNotEquals(mine.text("id"), bob.post("/v1/events", EVENT).is(201).text("id"));
    }

    @Test
    void several_seats_are_held_once() {
        Sale sale = Sale.of(9);
        String body = Json.of("{'seats':['%s','%s']}".formatted(sale.seatId(1), sale.seatId(2)));
        Reply first = again.post(sale.holds(), body).is(200);
        ann.delete(sale.holds()).is(204);
        assertEquals(first.text(), again.post(sale.holds(), body).is(200).text());
        sale.seatIs(1, "available");
        again.post(sale.holds(), body.replace(sale.seatId(2), sale.seatId(3)))
                .isProblem(422, "idempotency-mismatch");
    }

    @Test
    void seats_are_blocked_once() {
        Sale sale = Sale.of(9);
        again.post(sale.blocks(), sale.body(1, 2)).is(204);
        ann.delete(sale.blocks()).is(204);
        again.post(sale.blocks(), sale.body(1, 2)).is(204);
        sale.seatIs(1, "available");
        again.post(sale.blocks(), sale.body(1, 3)).isProblem(422, "idempotency-mismatch");
    }

    @Test
    void a_seat_is_refreshed_once() {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold")).is(200);
        Reply first = again.post(sale.seat(1, "refresh")).is(200);
        clock.advance(Duration.ofSeconds(10));
        assertEquals(first.text(), again.post(sale.seat(1, "refresh")).is(200).text());
        assertEquals("9", ann.get(sale.holds()).is(200).text("/items/0/refreshesLeft"));
    }

    @Test
    void every_command_about_one_seat_is_done_once() {
        for (String what : List.of("hold", "refresh", "release", "reserve")) {
            Sale sale = Sale.of(2);
            if (!what.equals("hold")) {
                ann.post(sale.seat(1, "hold")).is(200);
                ann.post(sale.seat(2, "hold")).is(200);
            }
            Reply first = again.post(sale.seat(1, what));
            assertEquals(what.equals("release") ? 204 : 200, first.status());
            assertEquals(first.text(), again.post(sale.seat(1, what)).is(first.status()).text());
            again.post(sale.seat(2, what)).isProblem(422, "idempotency-mismatch");
            String body = Json.of("{'holdSeconds':7}");
            if (what.equals("hold") || what.equals("refresh")) {
                again.post(sale.seat(1, what), body).isProblem(422, "idempotency-mismatch");
            }
        }
    }

    @Test
    void a_refusal_is_not_remembered() {
        Sale sale = Sale.of(1);
        Visitor bob = Visitor.stranger();
        bob.post(sale.seat(1, "hold")).is(200);
        again.post(sale.seat(1, "hold")).isProblem(409, "seat-unavailable");
        bob.post(sale.seat(1, "release")).is(204);
        again.post(sale.seat(1, "hold")).is(200);
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void a_key_is_forgotten_after_a_day() {
        Reply first = again.post("/v1/events", EVENT).is(201);
        clock.advance(Duration.ofHours(25));
        assertNotEquals(first.text("id"), again.post("/v1/events", EVENT).is(201).text("id"));
    }

    @Test
    void a_key_has_1_to_255_characters() {
        ann.with("Idempotency-Key", "k".repeat(255)).post("/v1/events", EVENT).is(201);
        ann.with("Idempotency-Key", "k".repeat(256))
                .post("/v1/events", EVENT)
                .isProblem(400, "malformed-request");
        ann.with("Idempotency-Key", "")
                .post(Sale.of(1).seat(1, "hold"))
                .isProblem(400, "malformed-request");
    }
}
