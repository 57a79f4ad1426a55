package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import usher.server.client.House;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// The figures of a sale, as its organizer sees them.
@QuarkusTest
final class AnalyticsTest {

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();

    /// Eight seats for 45 euros and three places for nothing.
    private final Sale sale = House.sale();

    @Test
    void nothing_has_happened_at_first() {
        JsonNode figures = figures("");

        assertEquals(0, figures.get("version").intValue());
        assertEquals(11, figures.get("available").intValue());
        assertEquals(Json.tree("{'amount':0,'currency':'EUR'}"), figures.get("revenue"));
        assertFalse(figures.get("claims").has("conversion"));
        assertEquals(0, figures.at("/series/items").size());
    }

    @Test
    void every_claim_is_counted_and_how_it_ended() {
        String paid = book(ann, 1, 2);
        pay(ann, paid, "succeeded");
        pay(bob, book(bob, 3), "failed");
        ann.post(sale.seat(9, "hold")).is(200);
        ann.post(sale.seat(9, "reserve")).is(200);
        bob.post(sale.seat(4, "hold")).is(200);
        bob.post(sale.seat(4, "release")).is(204);
        bob.post(sale.seat(5, "hold")).is(200);
        ann.post(sale.blocks(), sale.body(6)).is(204);

        JsonNode figures = figures("?bucket=day");
        assertEquals(11, figures.get("total").intValue());
        assertEquals(1, figures.get("held").intValue());
        assertEquals(3, figures.get("sold").intValue());
        assertEquals(1, figures.get("blocked").intValue());
        assertEquals(6, figures.get("available").intValue());
        assertEquals(9_000, figures.at("/revenue/amount").intValue());
        assertEquals(
                Json.tree(
                        "{'begun':6,'open':1,'sold':3,'released':1,'expired':0,'unpaid':0,"
                                + "'failed':1,'cancelled':0,'conversion':0.6}"),
                figures.get("claims"));
        assertEquals(2, figures.at("/bookings/confirmed").intValue());
        assertEquals(1, figures.at("/bookings/failed").intValue());
        assertEquals(9_000, figures.at("/tiers/0/revenue/amount").intValue());
        assertEquals(1, figures.at("/tiers/1/sold").intValue());
        assertEquals(6, figures.at("/series/items/0/claimed").intValue());
        assertEquals(9_000, figures.at("/series/items/0/revenue").intValue());

        ann.post("/v1/bookings/" + paid + "/refund").is(200);
        JsonNode refunded = figures("?bucket=minute");
        assertEquals(0, refunded.at("/revenue/amount").intValue());
        assertEquals(9_000, refunded.at("/refunds/amount").intValue());
        assertEquals(2, refunded.get("returned").intValue());
        assertEquals(1, refunded.at("/bookings/refunded").intValue());
    }

    @Test
    void they_say_of_places_what_the_availability_says() {
        for (int seat = 1; seat <= 9; seat++) Visitor.stranger().post(sale.seat(seat, "hold"));
        JsonNode figures = figures("");
        JsonNode left = Visitor.nobody().get(sale.path() + "/availability").is(200).json();
        assertEquals(left.get("version"), figures.get("version"));
        assertEquals(left.get("held"), figures.get("held"));
        assertEquals(left.get("available"), figures.get("available"));
        for (int tier = 0; tier < 2; tier++) {
            String held = "/tiers/%d/held".formatted(tier);
            assertEquals(left.at(held), figures.at(held));
        }
    }

    @Test
    void they_are_the_recount_of_the_whole_audit_page_after_page() {
        Sale large = Sale.with(2_000, "{'heldSeatsPerUser':0}".replace('\'', '"'));
        for (int i = 0; i < 700; i++) {
            ann.post(large.seat(1 + i % 100, "hold")).is(200);
            if (i % 3 == 0) ann.post(large.seat(1 + i % 100, "release")).is(204);
            if (i % 7 == 0) figures(large, "");
        }
        TreeMap<String, Integer> counted = new TreeMap<>();
        JsonNode facts = ann.get(large.path() + "/audit?limit=10000").is(200).json().get("items");
        for (JsonNode fact : facts) {
            int seats = fact.path("seats").size();
            counted.merge(fact.get("fact").asText(), seats, Integer::sum);
        }
        JsonNode claims = figures(large, "").get("claims");
        assertEquals(counted.get("SeatsHeld"), claims.get("begun").intValue());
        assertEquals(counted.get("HoldsReleased"), claims.get("released").intValue());
        assertEquals(
                counted.getOrDefault("HoldsExpired", 0).intValue(),
                claims.get("expired").intValue());
    }

    @Test
    void who_has_seen_this_version_is_told_so() {
        ann.post(sale.seat(1, "hold")).is(200);
        String path = sale.path() + "/analytics";
        Reply seen = ann.get(path).is(200);
        ann.with("If-None-Match", seen.header("ETag")).get(path).is(304);
        ann.post(sale.seat(2, "hold")).is(200);
        ann.with("If-None-Match", seen.header("ETag")).get(path).is(200);
    }

    @Test
    void wrong_questions_are_refused() {
        ann.get(sale.path() + "/analytics?bucket=week").isWrongField("bucket");
        Visitor.nobody().get(sale.path() + "/analytics").isProblem(401, "unauthorized");
        ann.get("/v1/events/019aa1f2-7e34-7c11-9d3b-5159e4800000/analytics")
                .isProblem(404, "event-not-found");
    }

    private JsonNode figures(String query) {
        return figures(sale, query);
    }

    private JsonNode figures(Sale of, String query) {
        return ann.get(of.path() + "/analytics" + query).is(200).json();
    }

    private String book(Visitor buyer, int... seats) {
        buyer.post(sale.holds(), sale.body(seats)).is(200);
        String body = sale.body(seats).replaceFirst("\\{", "{\"eventId\":\"" + sale.id() + "\",");
        return buyer.post("/v1/bookings", body).is(201).text("id");
    }

    private static void pay(Visitor buyer, String booking, String outcome) {
        String body = "{'bookingId':'%s','outcome':'%s'}".formatted(booking, outcome);
        buyer.post("/v1/payments", Json.of(body)).is(201);
    }
}
