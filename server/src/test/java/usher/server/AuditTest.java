package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Every fact of an event, as its organizer sees it.
@QuarkusTest
final class AuditTest {

    @Inject TestClock clock;

    private final UUID annId = UUID.randomUUID();
    private final Visitor ann = Visitor.nobody().as(annId);

    @Test
    void every_fact_says_in_order_what_happened_who_asked_and_in_which_request() {
        Sale sale = Sale.at(inRequest("create"), 9, "{}");
        inRequest("hold").post(sale.seat(2, "hold")).is(200);
        inRequest("refresh").post(sale.seat(2, "refresh")).is(200);
        inRequest("reserve").post(sale.seat(2, "reserve")).is(200);
        inRequest("several").post(sale.holds(), sale.body(4, 5, 6, 8)).is(200);
        inRequest("release").delete(sale.holds()).is(204);
        inRequest("block").post(sale.blocks(), sale.body(9)).is(204);

        List<JsonNode> facts = audit(sale);

        assertEquals(
                List.of(
                        "0 EventListed " + annId + " create",
                        "1 EventOpened system hold",
                        "1 SeatsHeld " + annId + " hold",
                        "2 HoldsRefreshed " + annId + " refresh",
                        "3 SeatsReserved " + annId + " reserve",
                        "4 SeatsHeld " + annId + " several",
                        "5 HoldsReleased " + annId + " release",
                        "6 SeatsBlocked " + annId + " block"),
                summaries(facts));
        assertEquals(Json.tree("[[4,6],8]"), facts.get(5).get("seats"));
        assertEquals("A sale", facts.getFirst().at("/event/name").textValue());
        assertEquals(9, facts.getFirst().at("/event/totalSeats").intValue());
        Instant heldAt = Instant.parse(facts.get(2).get("at").textValue());
        Instant until = Instant.parse(facts.get(2).get("until").textValue());
        assertEquals(Duration.ofSeconds(60), Duration.between(heldAt, until));
    }

    @Test
    void seats_are_called_what_people_call_them() {
        String stalls =
                "{'name':'Stalls','rows':2,'seatsPerRow':5,'tier':'A',"
                        + "'price':{'amount':0,'currency':'EUR'}}";
        String body = Json.of("{'name':'Labelled','sections':[%s]}".formatted(stalls));
        Sale sale = new Sale(ann.post("/v1/events", body).is(201).text("id"), 10);
        ann.post(sale.holds(), sale.body(1, 3, 4, 5)).is(200);

        JsonNode held = audit(sale).getLast();

        assertEquals(Json.tree("[1,[3,5]]"), held.get("seats"));
        assertEquals(Json.tree("['A-1','A-3..A-5']"), held.get("labels"));
        String csv = ann.get(sale.path() + "/audit?format=csv").is(200).text();
        assertTrue(csv.contains(",1 3..5,A-1; A-3..A-5,"), csv);
    }

    @Test
    @Tag(LedgerOfRun.EMBEDDED)
    void what_ran_out_is_the_systems_doing() {
        Sale sale = Sale.of(9);
        ann.post(sale.seat(2, "hold")).is(200);
        clock.advance(Duration.ofSeconds(61));
        inRequest("late").post(sale.seat(3, "hold")).is(200);
        JsonNode expired =
                audit(sale).stream()
                        .filter(fact -> fact.get("fact").textValue().equals("HoldsExpired"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("system", expired.get("by").textValue());
        assertEquals(Json.tree("[2]"), expired.get("seats"));
    }

    @Test
    void an_event_that_nobody_touched_has_been_listed() {
        List<JsonNode> facts = audit(Sale.at(inRequest("create"), 9, "{}"));
        assertEquals(List.of("0 EventListed " + annId + " create"), summaries(facts));
    }

    @Test
    void what_a_dialect_did_is_told_like_all_else() {
        String body = Json.of("{'name':'A','totalSeats':10}");
        Sale sale = new Sale(Visitor.nobody().post("/api/events", body).is(201).text("id"), 10);
        String user = Json.of("{'userId':'%s'}".formatted(annId));
        inRequest("hold").post("/api/seats/" + sale.id() + "/1/hold", user).is(200);
        List<String> facts = summaries(audit(sale));
        assertTrue(facts.getFirst().startsWith("0 EventListed " + new UUID(0, 0)), facts::toString);
        assertEquals("1 SeatsHeld " + annId + " hold", facts.getLast());
    }

    @Test
    void pages_end_with_whole_entries_and_begin_where_the_one_before_ended() {
        Sale sale = Sale.of(9);
        for (int seat = 1; seat <= 3; seat++) ann.post(sale.seat(seat, "hold")).is(200);

        List<JsonNode> joined = new ArrayList<>();
        List<String> cursors = new ArrayList<>();
        String query = "?limit=1";
        while (!query.isEmpty()) {
            Reply page = page(sale, query);
            page.json().get("items").forEach(joined::add);
            String next = page.text("nextCursor");
            cursors.add(next);
            query = next.isEmpty() ? "" : "?limit=1&after=" + next;
        }

        assertEquals(List.of("0", "1", "2", ""), cursors);
        assertEquals(audit(sale), joined);
        assertEquals("[]", page(sale, "?after=3").json().get("items").toString());
        assertFalse(page(sale, "?limit=5").json().has("nextCursor"));
        assertEquals("2", page(sale, "?limit=4").text("nextCursor"));
    }

    @Test
    void as_csv_a_fact_is_a_row() {
        Sale sale = Sale.at(inRequest("create"), 9, "{}");
        inRequest("several").post(sale.holds(), sale.body(4, 5, 6, 8)).is(200);
        inRequest("block").post(sale.blocks(), noted(sale, "\u00e9, \"b\"")).is(204);

        Reply reply = ann.with("Accept", "text/csv").get(sale.path() + "/audit").is(200);

        assertEquals("text/csv;charset=utf-8;header=present", reply.header("Content-Type"));
        assertEquals(
                "attachment; filename=\"audit-%s.csv\"".formatted(sale.id()),
                reply.header("Content-Disposition"));
        String[] rows = reply.text().split("\r\n", -1);
        assertEquals("version,at,by,request,fact,user,seats,labels,until,details", rows[0]);
        assertTrue(rows[1].startsWith("0,20"), rows[1]);
        assertTrue(rows[1].contains(annId + ",create,EventListed,,,,,\"{\"\"event\"\":"), rows[1]);
        assertTrue(rows[2].contains(",system,several,EventOpened,"), rows[2]);
        assertTrue(rows[3].contains(annId + ",several,SeatsHeld,,4..6 8,,20"), rows[3]);
        assertTrue(
                rows[4].endsWith(",9,,,\"{\"\"note\"\":\"\"\u00e9, \\\"\"b\\\"\"\"\"}\""), rows[4]);
        assertEquals("", rows[5]);
        assertEquals(6, rows.length);
    }

    @Test
    void no_cell_is_a_formula() {
        Sale sale = Sale.of(9);
        inRequest("=HYPERLINK(A1,B1)").post(sale.seat(1, "hold")).is(200);
        inRequest("@SUM").post(sale.seat(2, "hold")).is(200);
        String csv = page(sale, "?format=csv").text();
        assertTrue(csv.contains(",\"'=HYPERLINK(A1,B1)\",SeatsHeld"), csv);
        assertTrue(csv.contains(",'@SUM,SeatsHeld"), csv);
    }

    @Test
    void the_next_page_of_csv_is_linked() {
        Sale sale = Sale.of(9);
        for (int seat = 1; seat <= 3; seat++) ann.post(sale.seat(seat, "hold")).is(200);
        Reply first = page(sale, "?format=csv&limit=2");
        String link = first.header("Link");
        String next = sale.path() + "/audit?format=csv&after=1&limit=2";
        assertEquals("<%s>; rel=\"next\"".formatted(next), link);
        Reply second = ann.get(next).is(200);
        assertEquals("", second.header("Link"));
        assertEquals(2, second.text().lines().skip(1).count());
    }

    @Test
    void the_format_asked_for_by_name_goes_before_what_is_accepted() {
        Sale sale = Sale.of(9);
        String path = sale.path() + "/audit";
        assertEquals(
                "application/json",
                ann.with("Accept", "text/csv")
                        .get(path + "?format=json")
                        .is(200)
                        .header("Content-Type"));
        ann.with("Accept", "text/html").get(path).isProblem(406, "not-acceptable");
        ann.with("Accept", "text/html").get(path + "?format=csv").is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=1.5",
                "after=99999999999999999999",
                "limit=0",
                "limit=10001",
                "limit=x",
                "format=xml"
            })
    void a_parameter_that_is_wrong_is_refused_by_name(String parameter) {
        ann.get(Sale.of(2).path() + "/audit?" + parameter)
                .isWrongField(parameter.replaceAll("=.*", ""));
    }

    @Test
    void it_is_for_those_who_say_who_they_are_and_of_events_that_are_there() {
        Visitor.nobody().get(Sale.of(2).path() + "/audit").isProblem(401, "unauthorized");
        String unknown = "019aa1f2-7e34-7c11-9d3b-5159e4800000";
        ann.get("/v1/events/" + unknown + "/audit").isProblem(404, "event-not-found");
    }

    private Visitor inRequest(String id) {
        return ann.with("X-Request-Id", id);
    }

    private Reply page(Sale sale, String query) {
        return ann.get(sale.path() + "/audit" + query).is(200);
    }

    private List<JsonNode> audit(Sale sale) {
        List<JsonNode> facts = new ArrayList<>();
        page(sale, "").json().get("items").forEach(facts::add);
        return facts;
    }

    private static String noted(Sale sale, String note) {
        return "{\"seats\":[\"%s\"],\"note\":\"%s\"}"
                .formatted(sale.seatId(9), note.replace("\"", "\\\""));
    }

    private static List<String> summaries(List<JsonNode> facts) {
        return facts.stream().map(AuditTest::summary).toList();
    }

    private static String summary(JsonNode fact) {
        return "%s %s %s %s"
                .formatted(
                        fact.get("version").asText(),
                        fact.get("fact").asText(),
                        fact.get("by").asText(),
                        fact.get("request").asText());
    }
}
