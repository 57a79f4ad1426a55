package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import usher.server.client.House;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// What an event's place looks like, and how much of it is left.
@QuarkusTest
final class PlanTest {

    private static final String ODD =
            Json.of(
                    "{'name':'Rang','tier':'Standard','price':{'amount':4500,'currency':'EUR'},"
                            + "'seatsInRow':[2,5],'rowLabels':['Ä','B-1'],'firstSeat':101,"
                            + "'aisles':[1,3],'accessible':['B-1-105'],'x':-3,'y':20}");

    private final Visitor ann = Visitor.stranger();
    private final Visitor nobody = Visitor.nobody();

    @Test
    void the_plan_says_what_to_draw() {
        Sale sale = House.sale(House.body(House.STALLS, House.FLOOR, ODD));
        JsonNode plan = nobody.get(sale.path() + "/plan").is(200).json();
        assertEquals(18, plan.get("totalSeats").intValue());
        assertEquals(nobody.get(sale.path()).json().get("tiers"), plan.get("tiers"));
        JsonNode sections = plan.get("sections");
        assertEquals(
                Json.tree(
                        "{'name':'Stalls','tier':'Standard','firstNumber':1,'capacity':8,'x':-2,"
                                + "'y':0,'width':5,'depth':2,'firstSeat':1,'aisles':[2],"
                                + "'accessible':[1],'rows':["
                                + "{'label':'A','firstNumber':1,'seats':4,'x':-2,'y':0},"
                                + "{'label':'B','firstNumber':5,'seats':4,'x':-2,'y':1}]}"),
                sections.get(0));
        assertEquals(
                Json.tree(
                        "{'name':'Floor','tier':'Standing','firstNumber':9,'capacity':3,'x':-0.5,"
                                + "'y':3,'width':2,'depth':2}"),
                sections.get(1));
        assertEquals(
                Json.tree(
                        "{'name':'Rang','tier':'Standard','firstNumber':12,'capacity':7,'x':-3,"
                                + "'y':20,'width':7,'depth':2,'firstSeat':101,'aisles':[1,3],"
                                + "'accessible':[18],'rows':["
                                + "{'label':'Ä','firstNumber':12,'seats':2,'x':-1,'y':20},"
                                + "{'label':'B-1','firstNumber':14,'seats':5,'x':-3,'y':21}]}"),
                sections.get(2));
    }

    @Test
    void the_plan_is_the_same_for_ever() {
        Sale sale = House.sale();
        Reply plan = nobody.get(sale.path() + "/plan").is(200);
        assertEquals("public, max-age=31536000, immutable", plan.header("Cache-Control"));
        ann.post(sale.seat(1, "hold")).is(200);
        assertEquals(plan.text(), nobody.get(sale.path() + "/plan").is(200).text());
        Visitor knowing = nobody.with("If-None-Match", plan.header("ETag"));
        Reply unchanged = knowing.get(sale.path() + "/plan").is(304);
        assertEquals(plan.header("ETag"), unchanged.header("ETag"));
        assertEquals(plan.header("Cache-Control"), unchanged.header("Cache-Control"));
    }

    @Test
    void an_event_without_sections_is_one_row_of_numbers() {
        Sale sale = Sale.of(5);
        assertEquals(
                Json.tree(
                        "{'eventId':'%s','totalSeats':5,'tiers':[],'sections':[{'firstNumber':1,"
                                        .formatted(sale.id())
                                + "'capacity':5,'x':-2,'y':0,'width':5,'depth':1}]}"),
                nobody.get(sale.path() + "/plan").is(200).json());
    }

    @Test
    void availability_counts_each_tier() {
        Sale sale = House.sale();
        ann.post(sale.holds(), sale.body(1, 2, 9)).is(200);
        ann.post(sale.seat(9, "reserve")).is(200);
        ann.post(sale.blocks(), sale.body(8)).is(204);
        JsonNode left = nobody.get(sale.path() + "/availability").is(200).json();
        assertEquals(11, left.get("total").intValue());
        assertEquals(7, left.get("available").intValue());
        assertEquals(
                Json.tree(
                        "[{'name':'Standard','price':{'amount':4500,'currency':'EUR'},"
                                + "'numbered':true,'total':8,'available':5,'held':2,'reserved':0,"
                                + "'blocked':1},"
                                + "{'name':'Standing','price':{'amount':0,'currency':'EUR'},"
                                + "'numbered':false,'total':3,'available':2,'held':0,'reserved':1,"
                                + "'blocked':0}]"),
                left.get("tiers"));
    }

    @Test
    void availability_has_the_version_of_its_event() {
        Sale sale = Sale.of(3);
        Reply before = nobody.get(sale.path() + "/availability").is(200);
        assertEquals("[]", before.json().get("tiers").toString());
        Visitor knowing = nobody.with("If-None-Match", before.header("ETag"));
        knowing.get(sale.path() + "/availability").is(304);
        ann.post(sale.seat(1, "hold")).is(200);
        assertEquals(
                2,
                knowing.get(sale.path() + "/availability")
                        .is(200)
                        .json()
                        .get("available")
                        .intValue());
    }

    @Test
    void what_is_no_event_has_no_plan() {
        String none = "/v1/events/019aa1f2-7e34-7c11-9d3b-5159e4800000";
        nobody.get(none + "/plan").isProblem(404, "event-not-found");
        nobody.get(none + "/availability").isProblem(404, "event-not-found");
    }
}
