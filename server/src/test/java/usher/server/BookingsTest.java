package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usher.server.client.Json;
import usher.server.client.Order;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Orders and what is paid for them, as buyers and organizers see them.
@QuarkusTest
final class BookingsTest {

    private static final String NOWHERE = "/v1/bookings/6e859e28-86c3-4eb9-9674-f48ac89cc1c5";

    @Inject TestClock clock;

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();

    /// Seats 1 to 4 are VIP at 100 dollars, 5 to 104 general admission at 10.
    private final Sale sale = sale("{'heldSeatsPerUser':0}");

    @Test
    void held_seats_are_booked_and_paid() {
        ann.post(sale.holds(), sale.body(1, 2)).is(200);

        Reply booked = ann.post("/v1/bookings", seats(1, 2)).is(201);

        assertEquals("pending", booked.text("status"));
        assertEquals(Json.tree("{'amount':20000,'currency':'USD'}"), booked.json().get("amount"));
        assertEquals("A-1", booked.text("/seats/0/label"));
        assertTrue(booked.json().has("expiresAt"));
        String path = "/v1/bookings/" + booked.text("id");
        assertEquals(path, booked.header("Location"));
        assertEquals(booked.json(), ann.get(path).is(200).json());

        Reply paid = pay(ann, booked, "succeeded").is(201);
        assertEquals("succeeded", paid.text("status"));
        assertEquals("simulated", paid.text("provider"));
        Reply confirmed = ann.get(path).is(200);
        assertEquals("confirmed", confirmed.text("status"));
        assertFalse(confirmed.json().has("expiresAt"));
        assertEquals(paid.json(), confirmed.json().get("payment"));
        sale.seatIs(1, "reserved");
    }

    @Test
    void quantities_are_booked_as_the_best_places() {
        Reply booked = ann.post("/v1/bookings", tickets("{'GA':3,'VIP':2}")).is(201);

        assertEquals(List.of(1, 2, 5, 6, 7), numbers(booked));
        assertEquals(23_000, booked.json().at("/amount/amount").intValue());
        sale.seatIs(5, "held");
    }

    @Test
    void two_hundred_buyers_of_three_make_thirty_three_bookings_of_a_hundred_places()
            throws InterruptedException, ExecutionException {
        int buyers = 200;
        int confirmed = 0;
        try (ExecutorService crowd = Executors.newFixedThreadPool(32)) {
            List<Future<Integer>> ends = new ArrayList<>();
            for (int i = 0; i < buyers; i++) ends.add(crowd.submit(this::buyThree));
            for (Future<Integer> end : ends) confirmed += end.get();
        }
        assertEquals(33, confirmed);
        String ga = "/v1/events/" + sale.id() + "/availability";
        JsonNode tier = Visitor.nobody().get(ga).is(200).json().at("/tiers/1");
        assertEquals(99, tier.get("reserved").intValue());
        assertEquals(1, tier.get("available").intValue());
    }

    private int buyThree() {
        Visitor buyer = Visitor.stranger();
        Reply booked = buyer.post("/v1/bookings", tickets("{'GA':3}"));
        if (booked.status() != 201) {
            booked.isProblem(409, "not-enough-seats");
            return 0;
        }
        pay(buyer, booked, "succeeded").is(201);
        return 1;
    }

    @Test
    void a_hundred_places_and_one_are_booked_at_once_if_they_are_there() {
        ann.post("/v1/bookings", tickets("{'GA':101}")).isProblem(409, "not-enough-seats");
        Reply all = ann.post("/v1/bookings", tickets("{'GA':100,'VIP':4}")).is(201);
        assertEquals(104, all.json().get("seats").size());
    }

    @Test
    void what_is_reserved_is_a_booking_of_nothing() {
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(1, "reserve"), Json.of("{'complimentary':true}")).is(200);

        JsonNode mine = ann.get("/v1/bookings").is(200).json().get("items");
        assertEquals(1, mine.size());
        assertEquals("confirmed", mine.at("/0/status").asText());
        assertEquals(Json.tree("{'amount':0,'currency':'USD'}"), mine.at("/0/amount"));
        assertEquals("A-1", mine.at("/0/seats/0/label").asText());
        assertFalse(mine.get(0).has("expiresAt"));
        String path = "/v1/bookings/" + mine.at("/0/id").asText();
        assertEquals(mine.get(0), ann.get(path).is(200).json());
        bob.post(path + "/cancel").isProblem(404, "booking-not-found");
        assertEquals("cancelled", ann.post(path + "/cancel").is(200).text("status"));
        sale.seatIs(1, "available");
    }

    @Test
    void a_payment_that_takes_its_time_is_pending_until_it_succeeds() {
        Reply booked = ann.post("/v1/bookings", tickets("{'VIP':1}")).is(201);

        Reply payment = pay(ann, booked, "later").is(201);

        assertEquals("pending", payment.text("status"));
        assertEquals("simulated-later", payment.text("provider"));
        pay(ann, booked, "succeeded").isProblem(409, "payment-under-way");
        while (!ann.get(path(booked)).text("status").equals("confirmed")) Thread.onSpinWait();
    }

    @Test
    void a_payment_that_never_ends_is_closed_with_its_booking() {
        Reply booked = ann.post("/v1/bookings", tickets("{'VIP':1}")).is(201);
        pay(ann, booked, "never").is(201);

        ann.post(path(booked) + "/cancel").is(200);

        while (!ann.get(path(booked)).text("/payment/status").equals("failed")) {
            Thread.onSpinWait();
        }
        assertEquals("cancelled", ann.get(path(booked)).text("status"));
    }

    @Test
    void a_payment_that_fails_frees_the_places() {
        Reply booked = ann.post("/v1/bookings", tickets("{'VIP':1}")).is(201);

        assertEquals("failed", pay(ann, booked, "failed").is(201).text("status"));

        assertEquals("failed", ann.get(path(booked)).is(200).text("status"));
        sale.seatIs(1, "available");
        pay(ann, booked, "succeeded").isProblem(409, "booking-expired");
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void what_is_not_paid_in_time_is_free_again() {
        Sale brief = sale("{'bookingMinutes':1}");
        String body = "{'eventId':'%s','tickets':{'VIP':1}}".formatted(brief.id());
        Reply booked = ann.post("/v1/bookings", Json.of(body)).is(201);

        clock.advance(Duration.ofSeconds(61));

        assertEquals("expired", ann.get(path(booked)).is(200).text("status"));
        brief.seatIs(1, "available");
        pay(ann, booked, "succeeded").isProblem(409, "booking-expired");
    }

    @Test
    void the_clients_id_makes_one_booking() {
        String id = UUID.randomUUID().toString();
        String first = withId(id, "{'VIP':1,'GA':1}");
        Reply booked = ann.post("/v1/bookings", first).is(201);

        assertEquals(id, booked.text("id"));
        Reply again = ann.post("/v1/bookings", withId(id, "{'GA':1,'VIP':1}")).is(201);
        assertEquals(booked.json(), again.json());
        ann.post("/v1/bookings", withId(id, "{'VIP':2}")).isProblem(422, "booking-mismatch");
        bob.post("/v1/bookings", first).isProblem(422, "booking-mismatch");
    }

    @Test
    void an_idempotency_key_makes_one_booking_and_one_payment() {
        Visitor once = ann.with("Idempotency-Key", "k1");
        Reply booked = once.post("/v1/bookings", tickets("{'VIP':1}")).is(201);
        assertEquals(booked.json(), once.post("/v1/bookings", tickets("{'VIP':1}")).is(201).json());
        once.post("/v1/bookings", tickets("{'VIP':2}")).isProblem(422, "idempotency-mismatch");

        Visitor paying = ann.with("Idempotency-Key", "k2");
        Reply paid = pay(paying, booked, "succeeded").is(201);
        assertEquals(paid.json(), pay(paying, booked, "succeeded").is(201).json());
        pay(ann, booked, "succeeded").isProblem(409, "already-paid");
    }

    @Test
    void a_booking_that_is_not_paid_is_cancelled_by_whoever_made_it() {
        Reply booked = ann.post("/v1/bookings", tickets("{'VIP':1}")).is(201);
        bob.post(path(booked) + "/cancel").isProblem(404, "booking-not-found");

        Reply cancelled = ann.post(path(booked) + "/cancel").is(200);

        assertEquals("cancelled", cancelled.text("status"));
        assertEquals(cancelled.json(), ann.post(path(booked) + "/cancel").is(200).json());
        sale.seatIs(1, "available");
    }

    @Test
    void a_paid_booking_is_refunded_by_the_organizer() {
        Reply booked = ann.post("/v1/bookings", tickets("{'VIP':1}")).is(201);
        pay(ann, booked, "succeeded").is(201);
        ann.post(path(booked) + "/cancel").isProblem(409, "already-paid");

        Reply refunded = bob.post(path(booked) + "/refund").is(200);

        assertEquals("refunded", refunded.text("status"));
        assertEquals("refunded", refunded.text("/payment/status"));
        sale.seatIs(1, "available");
    }

    @Test
    void a_cancelled_event_gives_the_money_back() {
        Reply paid = ann.post("/v1/bookings", tickets("{'VIP':1}")).is(201);
        pay(ann, paid, "succeeded").is(201);
        Reply pending = bob.post("/v1/bookings", tickets("{'GA':1}")).is(201);

        bob.post(sale.path() + "/cancel").is(200);

        assertEquals("refunded", ann.get(path(paid)).is(200).text("status"));
        assertEquals("cancelled", bob.get(path(pending)).is(200).text("status"));
        pay(bob, pending, "succeeded").isProblem(409, "booking-expired");
    }

    @Test
    void somebody_elses_booking_is_as_if_it_were_not_there() {
        Reply booked = ann.post("/v1/bookings", tickets("{'VIP':1}")).is(201);

        bob.get(path(booked)).isProblem(404, "booking-not-found");
        pay(bob, booked, "succeeded").isProblem(404, "booking-not-found");
        bob.get(NOWHERE).isProblem(404, "booking-not-found");
        bob.get("/v1/bookings/nonsense").isProblem(404, "booking-not-found");
        Visitor.nobody().get(path(booked)).isProblem(401, "unauthorized");
    }

    @Test
    void mine_are_listed_over_all_events_page_by_page() {
        Sale other = sale("{}");
        String first = Order.pending(ann, sale, "{'GA':1}").id();
        String ofOther = Order.pending(ann, other, "{'GA':1}").id();
        String later = Order.pending(ann, sale, "{'GA':1}").id();
        List<String> made = List.of(ofOther, later, first);
        assertEquals(made, ids(ann.get("/v1/bookings").is(200)));

        Reply page = ann.get("/v1/bookings?limit=2").is(200);
        assertEquals(made.subList(0, 2), ids(page));
        String next = "/v1/bookings?limit=2&cursor=" + page.text("nextCursor");
        Reply second = ann.get(next).is(200);
        assertEquals(made.subList(2, 3), ids(second));
        assertFalse(second.json().has("nextCursor"));
        assertEquals(List.of(), ids(bob.get("/v1/bookings").is(200)));
        ann.get("/v1/bookings?cursor=x").isWrongField("cursor");
        ann.get("/v1/bookings?limit=0").isWrongField("limit");
    }

    @Test
    void seats_in_a_booking_stay_together() {
        ann.post(sale.holds(), sale.body(1, 2)).is(200);
        ann.post("/v1/bookings", seats(1, 2)).is(201);

        ann.post(sale.seat(1, "release")).isProblem(409, "seat-booked");
        ann.post(sale.seat(1, "refresh")).isProblem(409, "seat-booked");
        ann.post("/v1/bookings", seats(1)).isProblem(409, "seat-booked");
        assertTrue(ann.get(sale.holds()).is(200).json().get("items").isEmpty());
    }

    @Test
    void who_asks_for_what_he_cannot_have_is_told_why() {
        ann.post("/v1/bookings", seats(1)).isProblem(409, "not-your-hold");
        ann.post("/v1/bookings", tickets("{'VIP':5}")).isProblem(409, "not-enough-seats");
        ann.post("/v1/bookings", tickets("{'Royal':1}")).isWrongField("tickets");
        Sale strict = sale("{'heldSeatsPerUser':2}");
        String many = "{'eventId':'%s','tickets':{'GA':3}}".formatted(strict.id());
        ann.post("/v1/bookings", Json.of(many)).isProblem(409, "hold-limit-reached");
        String nowhere = "{'eventId':'019aa1f2-7e34-7c11-9d3b-5159e4800000','tickets':{'GA':1}}";
        ann.post("/v1/bookings", Json.of(nowhere)).isProblem(404, "event-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    seats       | {'eventId':'E'}
                    seats       | {'eventId':'E','seats':[]}
                    seats       | {'eventId':'E','tickets':{}}
                    seats[0]    | {'eventId':'E','seats':['x']}
                    seats[0]    | {'eventId':'E','seats':['019aa1f2-7e34-7c11-9d3b-5159e4800001']}
                    eventId     | {'tickets':{'GA':1}}
                    eventId     | {'eventId':'x','tickets':{'GA':1}}
                    eventId     | {'eventId':'6e859e28-86c3-4eb9-9674-f48ac89cc1c5','seats':['x']}
                    id          | {'eventId':'E','id':'x','tickets':{'GA':1}}
                    tickets     | {'eventId':'E','tickets':7}
                    tickets.GA  | {'eventId':'E','tickets':{'GA':0}}
                    tickets.GA  | {'eventId':'E','tickets':{'GA':-1}}
                    tickets.GA  | {'eventId':'E','tickets':{'GA':1001}}
                    tickets     | {'eventId':'E','tickets':{'GA':1000,'VIP':1}}
                    tickets.GA  | {'eventId':'E','tickets':{'GA':'two'}}
                    price       | {'eventId':'E','tickets':{'GA':1},'price':1}
                    """)
    void what_is_wrong_with_a_booking_is_named(String field, String body) {
        ann.post("/v1/bookings", Json.of(body).replace("\"E\"", "\"" + sale.id() + "\""))
                .isWrongField(field);
    }

    @Test
    void what_is_wrong_with_a_payment_is_named() {
        ann.post("/v1/payments", "{}").isWrongField("bookingId");
        String id = NOWHERE.substring(NOWHERE.lastIndexOf('/') + 1);
        String odd = "{'bookingId':'%s','outcome':'maybe'}".formatted(id);
        ann.post("/v1/payments", Json.of(odd)).isWrongField("outcome");
        String none = "{'bookingId':'%s'}".formatted(id);
        ann.post("/v1/payments", Json.of(none)).isProblem(404, "booking-not-found");
    }

    private static Sale sale(String policy) {
        String sections =
                "[{'name':'Stalls','tier':'VIP','price':{'amount':10000,'currency':'USD'},"
                        + "'rows':1,'seatsPerRow':4},"
                        + "{'name':'Floor','tier':'GA','price':{'amount':1000,'currency':'USD'},"
                        + "'capacity':100}]";
        String body = "{'name':'A sale','sections':%s,'policy':%s}".formatted(sections, policy);
        return new Sale(Visitor.ann().post("/v1/events", Json.of(body)).is(201).text("id"), 104);
    }

    private String seats(int... numbers) {
        StringBuilder ids = new StringBuilder();
        for (int number : numbers) {
            ids.append(ids.isEmpty() ? "'" : ",'").append(sale.seatId(number)).append('\'');
        }
        return Json.of("{'eventId':'%s','seats':[%s]}".formatted(sale.id(), ids));
    }

    private String tickets(String quantities) {
        return Json.of("{'eventId':'%s','tickets':%s}".formatted(sale.id(), quantities));
    }

    private String withId(String id, String quantities) {
        return Json.of(
                "{'id':'%s','eventId':'%s','tickets':%s}".formatted(id, sale.id(), quantities));
    }

    private static Reply pay(Visitor who, Reply booked, String outcome) {
        String body = "{'bookingId':'%s','outcome':'%s'}".formatted(booked.text("id"), outcome);
        return who.post("/v1/payments", Json.of(body));
    }

    private static String path(Reply booked) {
        return "/v1/bookings/" + booked.text("id");
    }

    private static List<Integer> numbers(Reply booked) {
        List<Integer> numbers = new ArrayList<>();
        booked.json().get("seats").forEach(seat -> numbers.add(seat.get("number").intValue()));
        return numbers;
    }

    private static List<String> ids(Reply page) {
        List<String> ids = new ArrayList<>();
        page.json().get("items").forEach(booking -> ids.add(booking.get("id").asText()));
        return ids;
    }
}
