package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.Json;
import usher.server.client.RawHttp;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Requests that are wrong as HTTP or as JSON, before they are wrong about seats.
@QuarkusTest
final class BadRequestTest {

    private static final String EVENT = Json.of("{'name':'A','totalSeats':10}");

    private final Visitor ann = Visitor.ann();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "7",
                "'text'",
                "{'name'}",
                "{'name':'A',}",
                "{'name':'A'} {}",
                "{'name':'A','name':'B'}",
                "{\"name\":\"\u0000\"}",
                "{name:'A'}"
            })
    void what_is_no_json_object_is_malformed(String body) {
        Sale sale = Sale.of(1);
        ann.post("/v1/events", Json.of(body)).isProblem(400, "malformed-request");
        ann.post(sale.holds(), Json.of(body)).isProblem(400, "malformed-request");
        if (!body.isEmpty()) {
            ann.post(sale.seat(1, "hold"), Json.of(body)).isProblem(400, "malformed-request");
            ann.post(sale.seat(1, "refresh"), Json.of(body)).isProblem(400, "malformed-request");
        }
        sale.seatIs(1, "available");
    }

    @Test
    void a_malformed_body_is_told_where() {
        Reply reply = ann.post("/v1/events", "{\n  \"name\": oops\n}");
        assertTrue(reply.isProblem(400, "malformed-request").text("detail").contains("line 2"));
    }

    @Test
    void what_is_no_utf8_is_malformed() {
        byte[] latin1 =
                Json.of("{'name':'Café','totalSeats':1}").getBytes(StandardCharsets.ISO_8859_1);
        ann.post("/v1/events", latin1).isProblem(400, "malformed-request");
    }

    @Test
    void a_body_nested_without_end_is_malformed() {
        String deep = "{\"name\":" + "[".repeat(100_000);
        ann.post("/v1/events", deep).isProblem(400, "malformed-request");
        String closed = "{\"x\":" + "[".repeat(900) + "]".repeat(900) + "}";
        ann.post("/v1/events", closed).isProblem(422, "invalid-field");
    }

    @Test
    void a_number_of_a_million_digits_is_malformed() {
        String body = "{\"name\":\"A\",\"totalSeats\":%s}".formatted("1".repeat(200_000));
        ann.post("/v1/events", body).isProblem(400, "malformed-request");
    }

    @Test
    void a_body_may_be_as_large_as_is_said_and_no_larger() {
        String padded = EVENT + " ".repeat((2 << 20) - EVENT.length());
        ann.post("/v1/events", padded).is(201);
        Reply refused = ann.post("/v1/events", padded + " ").isProblem(413, "payload-too-large");
        assertEquals("The body may have at most 2097152 bytes.", refused.text("detail"));
        ann.post(Sale.of(1).holds(), " ".repeat(300_000)).isProblem(413, "payload-too-large");
        ann.post(Sale.of(1).seat(1, "hold"), " ".repeat(4097)).isProblem(413, "payload-too-large");
    }

    @Test
    void a_body_in_pieces_is_read_and_bounded_like_any_other() throws IOException {
        try (RawHttp http = RawHttp.open()) {
            http.say(head("POST /v1/events", "Transfer-Encoding: chunked"));
            for (int i = 0; i < EVENT.length(); i++) http.say("1\n" + EVENT.charAt(i) + "\n");
            assertTrue(http.say("0\n\n").hear().startsWith("HTTP/1.1 201 "));

            http.say(head("POST /v1/events", "Transfer-Encoding: chunked"));
            for (int i = 0; i < 33; i++) http.say("10000\n" + " ".repeat(65536) + "\n");
            String refused = http.say("0\n\n").hear();
            assertTrue(refused.startsWith("HTTP/1.1 413 "), refused);
            assertTrue(refused.contains("/problems/payload-too-large"), refused);

            http.say(head("POST /v1/events", "Content-Length: " + EVENT.length())).say(EVENT);
            assertTrue(http.hear().startsWith("HTTP/1.1 201 "));
        }
    }

    @Test
    void a_body_that_is_announced_as_too_large_is_refused_before_it_comes() throws IOException {
        try (RawHttp http = RawHttp.open()) {
            http.say(head("POST /v1/events", "Content-Length: 99999999999"));
            String refused = http.hear();
            assertTrue(refused.startsWith("HTTP/1.1 413 "), refused);
        }
    }

    @Test
    void whoever_asks_first_whether_to_send_a_body_is_told() throws IOException {
        try (RawHttp http = RawHttp.open()) {
            String length = "Content-Length: %d\nExpect: 100-continue".formatted(EVENT.length());
            http.say(head("POST /v1/events", length));
            assertTrue(http.hear().startsWith("HTTP/1.1 100 "));
            assertTrue(http.say(EVENT).hear().startsWith("HTTP/1.1 201 "));
        }
    }

    @Test
    void a_body_that_nobody_asked_for_is_no_trouble() {
        Sale sale = Sale.of(1);
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(1, "release"), "x".repeat(100_000)).is(204);
        ann.send("GET", sale.path(), "x".repeat(100_000).getBytes(StandardCharsets.UTF_8)).is(200);
        ann.get(sale.path()).is(200);
    }

    @Test
    void a_visitor_who_leaves_in_the_middle_disturbs_nobody() throws IOException {
        Sale sale = Sale.of(50);
        for (int number = 1; number <= 50; number++) {
            try (RawHttp http = RawHttp.open()) {
                http.say(head("POST " + sale.seat(number, "hold"), "Content-Length: 0"));
            }
            try (RawHttp http = RawHttp.open()) {
                http.say(head("POST /v1/events", "Content-Length: 500") + "{");
            }
            try (RawHttp http = RawHttp.open()) {
                http.say(head("GET " + sale.seats(), "Accept: */*"));
            }
        }
        ann.get(sale.seats() + "?status=all").is(200);
        ann.post("/v1/events", EVENT).is(201);
    }

    @Test
    void several_requests_at_once_on_one_connection_are_answered_in_their_order()
            throws IOException {
        Sale sale = Sale.of(2);
        try (RawHttp http = RawHttp.open()) {
            http.say(
                    head("POST " + sale.seat(1, "hold"), "Content-Length: 0")
                            + head("POST " + sale.seat(1, "release"), "Content-Length: 0")
                            + head("GET " + sale.seat(1), "Accept: */*"));
            assertTrue(http.hear().startsWith("HTTP/1.1 200 "));
            assertTrue(http.hear().startsWith("HTTP/1.1 204 "));
            assertTrue(http.hear().contains("\"available\""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "APPLICATION/JSON"
            })
    void json_is_understood_however_it_is_announced(String type) {
        ann.with("Content-Type", type).post("/v1/events", EVENT).is(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "x"})
    void what_is_announced_as_something_else_is_refused(String type) {
        Visitor visitor = ann.with("Content-Type", type);
        visitor.post("/v1/events", EVENT).isProblem(415, "unsupported-media-type");
        visitor.post(Sale.of(1).holds(), "{}").isProblem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"})
    void whoever_takes_json_gets_it(String accept) {
        ann.with("Accept", accept).get(Sale.of(1).seats()).is(200);
    }

    @Test
    void whoever_takes_only_something_else_is_refused() {
        Visitor visitor = ann.with("Accept", "application/xml");
        visitor.get(Sale.of(1).seats()).isProblem(406, "not-acceptable");
        visitor.post("/v1/events", EVENT).isProblem(406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v2/events",
                "/v1/event",
                "/v1/events/x/y/z",
                "/favicon.ico",
                "/v1/events/x/seats/y/steal",
                "/problems",
                "/index.html",
                "/q/health"
            })
    void a_path_that_leads_nowhere_is_not_found(String path) {
        ann.get(path).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/events",
        "PUT, /v1/events",
        "PATCH, /v1/events",
        "BREW, /v1/events",
        "POST, /v1/events/x",
        "POST, /v1/events/x/seats",
        "GET, /v1/events/x/seats/y/hold",
        "PUT, /v1/events/x/holds"
    })
    void a_method_that_an_address_does_not_know_is_refused(String method, String path) {
        Reply reply = ann.send(method, path, null).isProblem(405, "method-not-allowed");
        assertTrue(reply.header("Allow").contains("OPTIONS"), reply.header("Allow"));
    }

    @Test
    void whatever_can_be_got_can_be_looked_at_without_its_body() {
        Sale sale = Sale.of(3);
        for (String path :
                new String[] {
                    "/v1/events", sale.path(), sale.seats(), sale.seat(1), sale.holds(), "/health"
                }) {
            Reply reply = ann.send("HEAD", path, null).is(200);
            assertEquals("", reply.text());
        }
        ann.send("HEAD", "/v1/events/x", null).is(404);
    }

    @Test
    void an_address_says_which_methods_it_knows() {
        Reply reply = ann.send("OPTIONS", "/v1/events", null).is(200);
        assertTrue(reply.header("Allow").contains("POST"), reply.header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/events/%zz HTTP/1.1\nHost: usher\n\n",
                "nonsense\n\n",
                "GET /\n\n",
                "POST /v1/events HTTP/1.1\nHost: usher\nContent-Length: ten\n\n",
                "POST /v1/events HTTP/1.1\nHost: usher\nContent-Length: -1\n\n"
            })
    void what_is_no_http_is_refused_and_the_server_goes_on(String request) throws IOException {
        try (RawHttp http = RawHttp.open()) {
            String answer = http.say(request).hear();
            assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1.. 400 .*"), answer);
        }
        ann.get("/v1/events").is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/events/%zz", "/%", "/v1/events?limit=%2", "/v1/events/a|b", "/%c3%"})
    void an_address_that_is_none_is_refused_in_words(String address) throws IOException {
        try (RawHttp http = RawHttp.open()) {
            String answer = http.say(head("GET " + address, "Connection: close")).hear();
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            assertTrue(answer.contains("/problems/malformed-request"), answer);
            assertTrue(answer.toLowerCase(Locale.ROOT).contains("x-request-id: "), answer);
        }
    }

    @Test
    void a_dialect_refuses_it_in_its_own_words() throws IOException {
        try (RawHttp http = RawHttp.open()) {
            String answer = http.say(head("GET /api/events/%zz", "Connection: close")).hear();
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("\"code\":\"malformed-request\""), answer);
        }
    }

    @Test
    void headers_that_are_too_large_are_refused() throws IOException {
        try (RawHttp http = RawHttp.open()) {
            http.say(head("GET /v1/events", "X-Long: " + "x".repeat(40_000)));
            String answer = http.hear();
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
        }
        ann.get("/v1/events").is(200);
    }

    private static String head(String request, String header) {
        return """
        %s HTTP/1.1
        Host: usher
        Authorization: Bearer %s
        Content-Type: application/json
        %s

        """
                .formatted(request, Visitor.token(Visitor.ANN.toString()), header);
    }
}
