package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

@QuarkusTest
final class EventsTest {

    private final Visitor ann = Visitor.ann();

    @Test
    void an_event_is_created_and_found_where_its_location_says() {
        Reply created = ann.post("/v1/events", Json.of("{'name':'Jazz','totalSeats':12}")).is(201);

        assertEquals("/v1/events/" + created.text("id"), created.header("Location"));
        assertEquals(
                List.of("id", "name", "status", "totalSeats", "policy", "createdAt", "version"),
                created.fields());
        assertEquals("Jazz", created.text("name"));
        assertEquals("active", created.text("status"));
        assertEquals(12, created.json().get("totalSeats").intValue());
        String policy =
                "{'holdSeconds':60,'refreshesMax':10,'heldSeatsPerUser':6,'seatsPerUser':0,"
                        + "'bookingMinutes':5}";
        assertEquals(Json.of(policy), created.json().get("policy").toString());

        Reply found = Visitor.nobody().get(created.header("Location")).is(200);
        assertEquals(created.json(), found.json());
    }

    @Test
    void everything_that_an_event_may_say_is_kept() {
        String body =
                """
                {"name": "Ünïcode 🎭 \\"quoted\\"", "description": "two\\nlines",
                 "totalSeats": 100000, "startsAt": "2031-05-06T19:30:00.123456+02:00",
                 "salesFrom": "2031-01-01T00:00:00Z", "salesUntil": "2031-05-06T17:00:00Z",
                 "policy": {"holdSeconds": 3600, "refreshesMax": 0, "heldSeatsPerUser": 1000,
                            "seatsPerUser": 100000, "bookingMinutes": 60}}
                """;
        Reply created = ann.post("/v1/events", body).is(201);
        assertEquals("Ünïcode 🎭 \"quoted\"", created.text("name"));
        assertEquals("two\nlines", created.text("description"));
        assertEquals("2031-05-06T17:30:00.123Z", created.text("startsAt"));
        assertEquals("2031-01-01T00:00:00.000Z", created.text("salesFrom"));
        assertEquals("2031-05-06T17:00:00.000Z", created.text("salesUntil"));
        assertEquals(1000, created.json().at("/policy/heldSeatsPerUser").intValue());
    }

    @Test
    void a_field_of_null_counts_as_left_out() {
        String body = "{'name':'N','totalSeats':1,'description':null,'policy':null}";
        assertFalse(ann.post("/v1/events", Json.of(body)).is(201).json().has("description"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "100001",
                "10.5",
                "10.0",
                "1e3",
                "'ten'",
                "'10'",
                "null",
                "true",
                "[]",
                "{}",
                "99999999999",
                "1e999999"
            })
    void what_is_no_number_of_seats_is_refused_by_name(String totalSeats) {
        String body = "{'name':'A','totalSeats':%s}".formatted(totalSeats);
        ann.post("/v1/events", Json.of(body)).isWrongField("totalSeats");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 1001, 100_000})
    void any_number_of_seats_from_1_to_100000_is_taken(int totalSeats) {
        Sale sale = Sale.of(totalSeats);
        sale.seatIs(totalSeats, "available");
        Visitor.nobody().get(sale.seat(totalSeats + 1)).isProblem(404, "seat-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    totalSeats | {'name':'A'}
                    name       | {'totalSeats':1}
                    name       | {'totalSeats':1,'name':null}
                    name       | {'totalSeats':1,'name':''}
                    name       | {'totalSeats':1,'name':' '}
                    name       | {'totalSeats':1,'name':7}
                    """)
    void a_field_that_an_event_must_have_is_named(String field, String body) {
        ann.post("/v1/events", Json.of(body)).isWrongField(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    description             | 'description':[]
                    startsAt                | 'startsAt':'tomorrow'
                    startsAt                | 'startsAt':1700000000
                    startsAt                | 'startsAt':'2031-05-06'
                    startsAt                | 'startsAt':'2031-05-06T19:30:00'
                    startsAt                | 'startsAt':'+10000-01-01T00:00:00Z'
                    startsAt                | 'startsAt':'9999-12-31T23:59:59-01:00'
                    startsAt                | 'startsAt':'-0001-01-01T00:00:00Z'
                    salesFrom               | 'salesFrom':{}
                    policy                  | 'policy':7
                    policy.holdSeconds      | 'policy':{'holdSeconds':0}
                    policy.holdSeconds      | 'policy':{'holdSeconds':3601}
                    policy.refreshesMax     | 'policy':{'refreshesMax':101}
                    policy.heldSeatsPerUser | 'policy':{'heldSeatsPerUser':1001}
                    policy.seatsPerUser     | 'policy':{'seatsPerUser':-1}
                    policy.bookingMinutes   | 'policy':{'bookingMinutes':61}
                    policy.color            | 'policy':{'color':1}
                    numberOfSeats           | 'numberOfSeats':10
                    """)
    void a_field_that_is_wrong_or_unknown_is_named(String field, String wrong) {
        String body = "{'totalSeats':1,'name':'A',%s}".formatted(wrong);
        ann.post("/v1/events", Json.of(body)).isWrongField(field);
    }

    @Test
    void sales_end_after_they_begin() {
        String time = "2031-01-01T00:00:00Z";
        String sales = "'salesFrom':'%s','salesUntil':'%s'".formatted(time, time);
        ann.post("/v1/events", Json.of("{'totalSeats':1,'name':'A',%s}".formatted(sales)))
                .isWrongField("salesUntil");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        Reply reply =
                ann.post("/v1/events", Json.of("{'name':7,'policy':{'holdSeconds':0},'x':1}"));
        List<String> fields = new ArrayList<>();
        reply.isProblem(422, "invalid-field")
                .json()
                .get("errors")
                .forEach(error -> fields.add(error.get("field").asText()));
        assertEquals(List.of("name", "totalSeats", "policy.holdSeconds", "x"), fields);
        assertEquals("name must be a string.", reply.text("detail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\ud83c", "\\udf9fb", "\\udf9f\\ud83c"})
    void a_text_that_not_every_store_can_keep_is_refused(String name) {
        String body = "{\"name\":\"%s\",\"totalSeats\":1}".formatted(name);
        ann.post("/v1/events", body).isWrongField("name");
    }

    @Test
    void a_name_has_200_characters_at_most_and_a_description_5000() {
        String name = "n".repeat(200);
        String description = "d".repeat(5000);
        String body = "{'name':'%s','totalSeats':1,'description':'%s'}";
        ann.post("/v1/events", Json.of(body.formatted(name, description))).is(201);
        ann.post("/v1/events", Json.of(body.formatted(name + "n", description)))
                .isWrongField("name");
        ann.post("/v1/events", Json.of(body.formatted(name, description + "d")))
                .isWrongField("description");
    }

    @Test
    void names_of_unknown_fields_are_not_echoed_without_bound() {
        StringBuilder body = new StringBuilder("{'name':'A','totalSeats':1");
        for (int i = 0; i < 1000; i++) {
            body.append(",'").append("x".repeat(150)).append(i).append("':1");
        }
        Reply reply = ann.post("/v1/events", Json.of(body + "}")).isProblem(422, "invalid-field");
        assertEquals(100, reply.json().get("errors").size());
        assertTrue(reply.text("/errors/0/field").length() <= 101);
    }

    @Test
    void who_has_the_latest_version_is_told_so() {
        Sale sale = Sale.of(3);
        String tag = Visitor.nobody().get(sale.path()).is(200).header("ETag");
        Visitor knowing = Visitor.nobody().with("If-None-Match", tag);
        assertEquals(tag, knowing.get(sale.path()).is(304).header("ETag"));
        ann.post(sale.seat(1, "hold")).is(200);
        knowing.get(sale.path()).is(304);
        ann.post(sale.path() + "/cancel").is(200);
        knowing.get(sale.path()).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "00000000-0000-0000-0000-000000000000",
                "6e859e28-86c3-4eb9-9674-f48ac89cc1c5",
                "019aa1f2-7e34-7c11-9d3b-5159e4800000",
                "019aa1f2-7e34-7c11-9d3b-5159e4800001",
                "019aa1f2-7e34-7c11-9d3b-5159e48000000",
                "+19aa1f2-7e34-7c11-9d3b-5159e4800000"
            })
    void what_is_no_event_is_not_found(String id) {
        Visitor.nobody().get("/v1/events/" + id).isProblem(404, "event-not-found");
        Visitor.nobody().get("/v1/events/" + id + "/seats").isProblem(404, "event-not-found");
        ann.get("/v1/events/" + id + "/holds").isProblem(404, "event-not-found");
        ann.delete("/v1/events/" + id + "/holds").isProblem(404, "event-not-found");
    }

    @Test
    void events_are_listed_soonest_first_page_by_page() {
        String late = starting("2199-01-02T00:00:00Z");
        String soon = starting("1970-01-02T00:00:00Z");
        String sooner = starting("1970-01-01T00:00:00Z");

        Reply first = Visitor.nobody().get("/v1/events?limit=1").is(200);
        assertEquals(List.of(sooner), ids(first));
        Reply second = Visitor.nobody().get(next(first, 1)).is(200);
        assertEquals(List.of(soon), ids(second));

        List<String> all = new ArrayList<>();
        Reply page = Visitor.nobody().get("/v1/events?limit=100").is(200);
        all.addAll(ids(page));
        while (page.json().has("nextCursor")) {
            page = Visitor.nobody().get(next(page, 100)).is(200);
            all.addAll(ids(page));
        }
        assertEquals(all.stream().distinct().toList(), all, "listed twice");
        assertTrue(all.indexOf(late) > all.indexOf(soon));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=x",
                "cursor=AAAAAAAAAAAAAAAAAAAAAA",
                "cursor=AZqh8n40fBGdO1FZ5IAAAA",
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=1.5"
            })
    void a_page_that_cannot_be_is_refused_by_name(String query) {
        Visitor.nobody()
                .get("/v1/events?" + query)
                .isWrongField(query.substring(0, query.indexOf('=')));
    }

    private String starting(String time) {
        String body = "{'name':'A','totalSeats':1,'startsAt':'%s'}".formatted(time);
        return ann.post("/v1/events", Json.of(body)).is(201).text("id");
    }

    private static String next(Reply page, int limit) {
        return "/v1/events?limit=%d&cursor=%s".formatted(limit, page.text("nextCursor"));
    }

    private static List<String> ids(Reply page) {
        List<String> ids = new ArrayList<>();
        page.json().get("items").forEach(event -> ids.add(event.get("id").asText()));
        return ids;
    }
}
