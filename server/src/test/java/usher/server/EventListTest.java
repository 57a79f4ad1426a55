package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Visitor;

/// Finding events: by name, status and time, and what each has left.
@QuarkusTest
final class EventListTest {

    private final Visitor ann = Visitor.ann();

    /// A word that only the events of this test have in their names.
    private final String word = "x" + UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"Dvořák", "dvorak", "DVORAK  in", "ák in pr"})
    void a_name_is_found_without_its_case_and_accents(String query) {
        String event = create("Dvořák in Prag " + word, "");
        create("Smetana in Prag " + word, "");

        assertEquals(List.of(event), ids(search(query, "").is(200), word));
    }

    @Test
    void events_are_filtered_by_their_status() {
        String active = create(word, "");
        String inactive = create(word, "");
        String cancelled = create(word, "");
        change(inactive, "{'status':'inactive'}");
        ann.post("/v1/events/" + cancelled + "/cancel").is(200);

        awaitListed("&status=active", List.of(active)::equals);
        awaitListed("&status=inactive", List.of(inactive)::equals);
        awaitListed("&status=cancelled", List.of(cancelled)::equals);
    }

    @Test
    void events_are_filtered_by_their_time() {
        String early = create(word, ",'startsAt':'2031-05-06T19:30:00Z'");
        String late = create(word, ",'startsAt':'2031-05-07T19:30:00Z'");
        String someDay = create(word, "");

        assertEquals(List.of(early, late, someDay), ids(search(word, ""), word));
        String from = "&from=2031-05-06T19:30:00.001Z";
        assertEquals(List.of(late, someDay), ids(search(word, from), word));
        String atZone = "&from=" + encoded("2031-05-06T21:30:00+02:00");
        assertEquals(List.of(early, late, someDay), ids(search(word, atZone), word));
    }

    @Test
    void an_event_that_is_put_off_moves_in_the_list_and_keeps_its_name_found() {
        String first = create(word, ",'startsAt':'2031-05-06T19:30:00Z'");
        String second = create(word, ",'startsAt':'2031-05-07T19:30:00Z'");
        Reply page = search(word, "&limit=1").is(200);
        assertEquals(List.of(first), ids(page, word));

        change(first, "{'startsAt':'2031-05-08T19:30:00Z','name':'Encore %s'}".formatted(word));

        awaitListed("", List.of(second, first)::equals);
        String rest = "&limit=5&cursor=" + page.text("nextCursor");
        assertEquals(List.of(second, first), ids(search(word, rest), word));
        assertEquals(List.of(first), ids(search("encore " + word, ""), word));
    }

    @Test
    void it_says_what_each_event_has_left_and_from_which_price() {
        String sections =
                """
                ,'sections':[
                  {'name':'Stalls','tier':'VIP','price':{'amount':9000,'currency':'EUR'},
                   'rows':1,'seatsPerRow':3},
                  {'name':'Floor','tier':'GA','price':{'amount':1000,'currency':'EUR'},
                   'capacity':2}]
                """;
        String body = Json.of("{'name':'%s'%s}".formatted(word, sections));
        String event = ann.post("/v1/events", body).is(201).text("id");

        JsonNode fresh = search(word, "").is(200).json().at("/items/0");
        assertEquals(5, fresh.get("available").intValue());
        assertEquals(
                Json.of("{'amount':1000,'currency':'EUR'}"), fresh.get("priceFrom").toString());

        String floor = Json.of("{'bestAvailable':{'tier':'GA','quantity':2}}");
        ann.post("/v1/events/" + event + "/holds", floor).is(200);
        JsonNode held =
                await(
                        () -> search(word, "").is(200).json().at("/items/0"),
                        seen -> seen.get("available").intValue() == 3);
        assertEquals(9000, held.at("/priceFrom/amount").intValue());
    }

    @Test
    void nothing_is_left_of_a_cancelled_event() {
        String event = create(word, "");
        ann.post("/v1/events/" + event + "/cancel").is(200);

        JsonNode listed =
                await(
                        () -> search(word, "").is(200).json().at("/items/0"),
                        seen -> seen.get("status").asText().equals("cancelled"));

        assertEquals(0, listed.get("available").intValue());
        assertFalse(listed.has("priceFrom"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=sold", "status=ACTIVE", "from=tomorrow", "from=2031-05-06"})
    void what_cannot_be_asked_for_is_named(String query) {
        Visitor.nobody()
                .get("/v1/events?" + query)
                .isWrongField(query.substring(0, query.indexOf('=')));
    }

    @Test
    void a_query_is_bounded() {
        search("x".repeat(201), "").isWrongField("query");
        assertEquals(List.of(), ids(search("x".repeat(200), "").is(200), ""));
    }

    private String create(String name, String more) {
        String body = "{'name':'%s','totalSeats':2%s}".formatted(name, more);
        return ann.post("/v1/events", Json.of(body)).is(201).text("id");
    }

    private void change(String event, String body) {
        byte[] json = Json.of(body).getBytes(StandardCharsets.UTF_8);
        ann.send("PATCH", "/v1/events/" + event, json).is(200);
    }

    private static Reply search(String query, String more) {
        return Visitor.nobody().get("/v1/events?query=" + encoded(query) + more);
    }

    /// The list follows a moment later; however long that is, it does.
    private void awaitListed(String more, Predicate<List<String>> expected) {
        await(() -> ids(search(word, more).is(200), word), expected);
    }

    private static <T> T await(Supplier<T> look, Predicate<T> expected) {
        T seen = look.get();
        while (!expected.test(seen)) {
            Thread.onSpinWait();
            seen = look.get();
        }
        return seen;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The ids of the events on a page whose names contain `part`.
    private static List<String> ids(Reply page, String part) {
        List<String> ids = new ArrayList<>();
        for (JsonNode event : page.is(200).json().get("items")) {
            if (event.get("name").asText().contains(part)) ids.add(event.get("id").asText());
        }
        return ids;
    }
}
