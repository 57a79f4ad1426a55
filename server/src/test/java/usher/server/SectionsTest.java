package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usher.server.client.House;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Events by sections, and what is told of their places.
@QuarkusTest
final class SectionsTest {

    private final Visitor ann = Visitor.stranger();
    private final Visitor bob = Visitor.stranger();
    private final Visitor nobody = Visitor.nobody();

    @Test
    void an_event_with_sections_has_tiers() {
        Sale sale = House.sale();
        JsonNode tiers = nobody.get(sale.path()).is(200).json().get("tiers");
        assertEquals(
                Json.tree(
                        "[{'name':'Standard','price':{'amount':4500,'currency':'EUR'},"
                                + "'capacity':8,'numbered':true},"
                                + "{'name':'Standing','price':{'amount':0,'currency':'EUR'},"
                                + "'capacity':3,'numbered':false}]"),
                tiers);
    }

    @Test
    void an_event_without_sections_is_as_it_always_was() {
        Sale sale = Sale.of(1);
        assertFalse(nobody.get(sale.path()).json().has("tiers"));
        Reply hold = ann.post(sale.seat(1, "hold")).is(200);
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
        assertEquals(
                List.of("id", "eventId", "number", "status"),
                nobody.get(sale.seat(1)).is(200).fields());
        ann.post(sale.seat(1, "reserve")).is(200);
    }

    @Test
    void every_answer_that_names_a_seat_says_where_it_is() {
        Sale sale = House.sale();
        Reply hold = ann.post(sale.seat(6, "hold")).is(200);
        isSeatB2(hold.json());
        isSeatB2(ann.get(sale.holds()).is(200).json().at("/items/0"));
        isSeatB2(nobody.get(sale.seat(6)).is(200).json());
        isSeatB2(nobody.get(sale.seats() + "?status=held").is(200).json().at("/items/0"));
        Reply refused = bob.post(sale.seat(6, "hold")).isProblem(409, "seat-unavailable");
        assertEquals(
                Json.tree("{'number':6,'label':'B-2','reason':'held'}"),
                without(refused.json().at("/seats/0"), "seatId"));
        Reply floor = ann.post(sale.seat(11, "hold")).is(200);
        assertEquals("Floor-3", floor.text("label"));
    }

    @Test
    void a_list_says_of_each_seat_what_the_seat_itself_says() {
        Sale sale = House.sale();
        JsonNode all = nobody.get(sale.seats() + "?status=all").is(200).json().get("items");
        assertEquals(11, all.size());
        for (int number = 1; number <= 11; number++) {
            assertEquals(nobody.get(sale.seat(number)).json(), all.get(number - 1));
        }
    }

    @Test
    void each_seat_that_is_refused_has_its_own_reason() {
        Sale sale = House.sale();
        bob.post(sale.seat(1, "hold")).is(200);
        bob.post(sale.seat(9, "hold")).is(200);
        bob.post(sale.seat(9, "reserve")).is(200);
        ann.post(sale.blocks(), sale.body(2)).is(204);
        Reply refused = ann.post(sale.holds(), sale.body(1, 2, 3, 9));
        JsonNode seats = refused.isProblem(409, "seat-unavailable").json().get("seats");
        assertEquals(
                List.of("A-1 held", "A-2 blocked", "Floor-1 reserved"),
                IntStream.range(0, seats.size())
                        .mapToObj(seats::get)
                        .map(seat -> seat.get("label").asText() + " " + seat.get("reason").asText())
                        .toList());
        Reply absent = ann.post(sale.holds(), sale.body(3, 12)).isProblem(404, "seat-not-found");
        assertEquals(
                Json.tree("[{'number':12,'reason':'not-found'}]").get(0),
                without(absent.json().at("/seats/0"), "seatId"));
        assertEquals(1, absent.json().get("seats").size());
    }

    @Test
    void a_seat_with_a_price_is_paid_or_given_away() {
        Sale sale = House.sale();
        ann.post(sale.seat(1, "hold")).is(200);
        Reply refused = ann.post(sale.seat(1, "reserve")).isProblem(402, "payment-required");
        assertEquals("payment-required", refused.text("/seats/0/reason"));
        ann.post(sale.seat(1, "reserve"), Json.of("{'complimentary':1}"))
                .isWrongField("complimentary");
        ann.post(sale.seat(1, "reserve"), Json.of("{'gift':true}")).isWrongField("gift");
        ann.post(sale.seat(1, "reserve"), Json.of("{'complimentary':false}"))
                .isProblem(402, "payment-required");
        sale.seatIs(1, "held");
        Reply given = ann.post(sale.seat(1, "reserve"), Json.of("{'complimentary':true}")).is(200);
        assertEquals("A-1", given.text("label"));
        sale.seatIs(1, "reserved");
    }

    @Test
    void an_arena_of_50000_places_is_created_in_one_call_listed_held_from_and_drawn() {
        Sale sale = House.sale(arena());
        assertEquals(50_000, sale.totalSeats());
        Reply hold = ann.post(sale.seat(50_000, "hold")).is(200);
        assertEquals("AN-25", hold.text("label"));
        JsonNode all = nobody.get(sale.seats()).is(200).json().get("items");
        assertEquals(49_999, all.size());
        assertEquals("AN-24", all.get(49_998).get("label").asText());
        JsonNode plan = nobody.get(sale.path() + "/plan").is(200).json();
        assertEquals(50, plan.get("sections").size());
        assertEquals(50_000, placesIn(plan));
        assertEquals(
                25_000,
                nobody.get(sale.path() + "/availability")
                        .is(200)
                        .json()
                        .at("/tiers/1/total")
                        .intValue());
    }

    /// 50 sections of 40 rows of 25, in two tiers.
    private static String arena() {
        String[] sections = new String[50];
        for (int i = 0; i < sections.length; i++) {
            String tier = i % 2 == 0 ? "Lower" : "Upper";
            sections[i] =
                    Json.of(
                            "{'name':'Block %d','tier':'%s','price':{'amount':%d,'currency':'EUR'},"
                                            .formatted(100 + i, tier, tier.length() * 1000)
                                    + "'rows':40,'seatsPerRow':25}");
        }
        return House.body(sections);
    }

    private static int placesIn(JsonNode plan) {
        int places = 0;
        for (JsonNode section : plan.get("sections")) {
            for (JsonNode row : section.get("rows")) places += row.get("seats").intValue();
        }
        return places;
    }

    private static void isSeatB2(JsonNode seat) {
        assertEquals(6, seat.get("number").intValue());
        assertEquals("B-2", seat.get("label").asText());
        assertEquals("Stalls", seat.get("section").asText());
        assertEquals("Standard", seat.get("tier").asText());
        assertEquals(Json.tree("{'amount':4500,'currency':'EUR'}"), seat.get("price"));
    }

    private static JsonNode without(JsonNode object, String field) {
        ObjectNode copy = object.deepCopy();
        assertTrue(copy.has(field));
        copy.remove(field);
        return copy;
    }
}
