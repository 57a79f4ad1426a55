package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// One seat on its way from available to reserved, and back. Time stands still in here.
@QuarkusTest
final class HoldingTest {

    @Inject TestClock clock;

    private final Visitor ann = Visitor.ann();
    private final Visitor bob = Visitor.bob();

    @BeforeEach
    void stopTheClock() {
        clock.stop();
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void a_hold_says_whose_it_is_and_until_when() {
        Sale sale = Sale.of(3);
        Reply hold = ann.post(sale.seat(2, "hold")).is(200);
        assertEquals(
                List.of(
                        "seatId",
                        "eventId",
                        "number",
                        "userId",
                        "heldAt",
                        "expiresAt",
                        "refreshesLeft"),
                hold.fields());
        assertEquals(sale.seatId(2), hold.text("seatId"));
        assertEquals(sale.id(), hold.text("eventId"));
        assertEquals("2", hold.text("number"));
        assertEquals(Visitor.ANN.toString(), hold.text("userId"));
        assertEquals("10", hold.text("refreshesLeft"));
        assertEquals(Duration.ofSeconds(60), lasts(hold));
    }

    @Test
    void the_caller_may_ask_for_less_time_than_the_policy_gives() {
        Sale sale = Sale.of(1);
        Reply hold = ann.post(sale.seat(1, "hold"), Json.of("{'holdSeconds':5}")).is(200);
        assertEquals(Duration.ofSeconds(5), lasts(hold));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    holdSeconds | {'holdSeconds':61}
                    holdSeconds | {'holdSeconds':0}
                    holdSeconds | {'holdSeconds':-1}
                    holdSeconds | {'holdSeconds':'5'}
                    holdSeconds | {'holdSeconds':2.5}
                    seconds     | {'seconds':5}
                    """)
    void a_hold_time_that_cannot_be_is_refused_by_name(String field, String body) {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold"), Json.of(body)).isWrongField(field);
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(1, "refresh"), Json.of(body)).isWrongField(field);
    }

    @Test
    void an_empty_object_and_an_empty_body_ask_for_the_usual_time() {
        Sale sale = Sale.of(2);
        assertEquals(Duration.ofSeconds(60), lasts(ann.post(sale.seat(1, "hold"), "{}").is(200)));
        assertEquals(Duration.ofSeconds(60), lasts(ann.post(sale.seat(2, "hold"), "").is(200)));
    }

    @Test
    void a_hold_that_is_asked_for_again_is_the_same_and_not_extended() {
        Sale sale = Sale.of(1);
        Reply first = ann.post(sale.seat(1, "hold")).is(200);
        clock.advance(Duration.ofSeconds(10));
        assertEquals(first.text(), ann.post(sale.seat(1, "hold")).is(200).text());
    }

    @Test
    void a_held_seat_cannot_be_held_by_somebody_else() {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold")).is(200);
        Reply refused = bob.post(sale.seat(1, "hold")).isProblem(409, "seat-unavailable");
        assertEquals(sale.seatId(1), refused.text("/seats/0/seatId"));
        assertEquals("held", refused.text("/seats/0/reason"));
        for (String what : List.of("refresh", "release", "reserve")) {
            bob.post(sale.seat(1, what)).isProblem(409, "not-your-hold");
        }
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void a_refresh_extends_a_hold_from_now_on_as_often_as_is_allowed() {
        Sale sale = Sale.with(1, Json.of("{'refreshesMax':2}"));
        Reply hold = ann.post(sale.seat(1, "hold")).is(200);
        clock.advance(Duration.ofSeconds(59));
        Reply refreshed = ann.post(sale.seat(1, "refresh")).is(200);
        assertEquals(hold.text("heldAt"), refreshed.text("heldAt"));
        assertEquals(time(hold, "expiresAt").plusSeconds(59), time(refreshed, "expiresAt"));
        assertEquals("1", refreshed.text("refreshesLeft"));
        assertEquals("0", ann.post(sale.seat(1, "refresh")).is(200).text("refreshesLeft"));
        ann.post(sale.seat(1, "refresh")).isProblem(409, "refresh-limit-reached");
    }

    @Test
    void a_released_seat_is_free_for_everybody() {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold")).is(200);
        assertEquals("", ann.post(sale.seat(1, "release")).is(204).text());
        ann.post(sale.seat(1, "release")).isProblem(409, "not-your-hold");
        bob.post(sale.seat(1, "hold")).is(200);
    }

    @Test
    void a_reserved_seat_stays_its_owners_for_good() {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "reserve")).isProblem(409, "not-your-hold");
        ann.post(sale.seat(1, "hold")).is(200);
        Reply seat = ann.post(sale.seat(1, "reserve")).is(200);
        assertEquals("reserved", seat.text("status"));
        clock.advance(Duration.ofDays(1));
        sale.seatIs(1, "reserved");
        bob.post(sale.seat(1, "hold")).isProblem(409, "seat-unavailable");
        ann.post(sale.seat(1, "hold")).isProblem(409, "seat-unavailable");
        ann.post(sale.seat(1, "release")).isProblem(409, "not-your-hold");
        ann.post(sale.seat(1, "refresh")).isProblem(409, "not-your-hold");
        assertEquals(seat.text(), ann.post(sale.seat(1, "reserve")).is(200).text());
    }

    @Test
    void a_hold_counts_until_its_last_millisecond() {
        Sale sale = Sale.of(2);
        ann.post(sale.seat(1, "hold"), Json.of("{'holdSeconds':5}")).is(200);
        ann.post(sale.seat(2, "hold"), Json.of("{'holdSeconds':5}")).is(200);
        clock.advance(Duration.ofMillis(4999));
        bob.post(sale.seat(1, "hold")).isProblem(409, "seat-unavailable");
        sale.seatIs(1, "held");
        ann.post(sale.seat(1, "reserve")).is(200);
        ann.post(sale.seat(2, "refresh")).is(200);
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void a_seat_whose_hold_ran_out_a_moment_ago_is_free_at_once() {
        Sale sale = Sale.of(4);
        for (int number = 1; number <= 4; number++) {
            ann.post(sale.seat(number, "hold"), Json.of("{'holdSeconds':5}")).is(200);
        }
        clock.advance(Duration.ofMillis(5001));
        sale.seatIs(1, "available");
        ann.post(sale.seat(1, "refresh")).isProblem(409, "hold-expired");
        ann.post(sale.seat(2, "reserve")).isProblem(409, "hold-expired");
        ann.post(sale.seat(3, "release")).isProblem(409, "hold-expired");
        assertEquals(0, ann.get(sale.holds()).is(200).json().get("items").size());
        assertNotEquals("", bob.post(sale.seat(4, "hold")).is(200).text("expiresAt"));
        ann.post(sale.seat(4, "hold")).isProblem(409, "seat-unavailable");
    }

    @Test
    void a_user_holds_as_many_seats_as_the_policy_allows() {
        Sale sale = Sale.with(9, Json.of("{'heldSeatsPerUser':2,'seatsPerUser':3}"));
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(2, "hold")).is(200);
        ann.post(sale.seat(3, "hold")).isProblem(409, "hold-limit-reached");
        ann.post(sale.seat(1, "reserve")).is(200);
        ann.post(sale.seat(2, "reserve")).is(200);
        ann.post(sale.seat(3, "hold")).is(200);
        ann.post(sale.seat(4, "hold")).isProblem(409, "seat-limit-reached");
        bob.post(sale.seat(4, "hold")).is(200);
    }

    @Test
    void an_event_outside_its_sales_window_sells_nothing() {
        String body = "{'name':'A','totalSeats':1,'salesFrom':'2999-01-01T00:00:00Z'}";
        String id = ann.post("/v1/events", Json.of(body)).is(201).text("id");
        Sale sale = new Sale(id, 1);
        ann.post(sale.seat(1, "hold")).isProblem(409, "event-not-on-sale");
        sale.seatIs(1, "available");
    }

    private static Duration lasts(Reply hold) {
        assertTrue(hold.text("heldAt").endsWith("Z"));
        return Duration.between(time(hold, "heldAt"), time(hold, "expiresAt"));
    }

    private static Instant time(Reply reply, String field) {
        return Instant.parse(reply.text(field));
    }
}
