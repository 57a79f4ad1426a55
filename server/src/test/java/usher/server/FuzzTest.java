package usher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.server.client.OpenApi;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// Random requests, made from the OpenAPI document: sensible ones, wrong ones, and nonsense.
///
/// [Visitor] insists that each answer is a documented one with a body of its schema; here it is
/// only left to say that nothing is a mistake of ours.
@QuarkusTest
final class FuzzTest {

    private static final int REQUESTS = 1500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void no_request_is_answered_with_a_mistake(long seed) {
        Nonsense nonsense = new Nonsense(new SplittableRandom(seed), Sale.of(12));
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            Reply reply = nonsense.request();
            assertNotEquals(500, reply.status(), () -> reply.path() + ": " + reply.text());
            statuses.merge(reply.status(), 1, Integer::sum);
        }
        for (int status : new int[] {200, 201, 204, 400, 401, 404, 409, 422}) {
            assertNotEquals(0, statuses.getOrDefault(status, 0), "never seen: " + statuses);
        }
    }

    @Test
    void the_same_seed_makes_the_same_requests() {
        assertEquals(paths(7), paths(7));
    }

    private static List<String> paths(long seed) {
        Nonsense nonsense =
                new Nonsense(
                        new SplittableRandom(seed),
                        new Sale("019aa1f2-7e34-7c11-9d3b-5159e4800000", 12));
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 20; i++) paths.add(nonsense.request().path());
        return paths;
    }

    /// Makes requests up.
    private static final class Nonsense {

        private static final List<String> SCALARS =
                List.of(
                        "0",
                        "-1",
                        "1",
                        "10",
                        "100001",
                        "1e3",
                        "10.5",
                        "99999999999999999999",
                        "null",
                        "true",
                        "\"\"",
                        "\"ten\"",
                        "\"2031-01-01T00:00:00Z\"",
                        "[]",
                        "{}",
                        "\"\\ud800\"",
                        "\"\\u0000\"",
                        "[[[[]]]]",
                        "{\"a\":{\"b\":[1,2]}}");
        private static final List<String> IDS =
                List.of(
                        "x",
                        "%00",
                        "..%2f..",
                        "🎭",
                        "00000000-0000-0000-0000-000000000000",
                        "6e859e28-86c3-4eb9-9674-f48ac89cc1c5");
        private static final List<String> QUERIES =
                List.of(
                        "",
                        "",
                        "?status=all",
                        "?status=free",
                        "?limit=2",
                        "?limit=-1",
                        "?cursor=%00",
                        "?status",
                        "?limit=1&limit=2",
                        "?after=1",
                        "?after=-1",
                        "?format=csv",
                        "?format=xml",
                        "?=&&");
        private static final List<String> TYPES =
                List.of(
                        "application/json",
                        "application/json",
                        "application/json",
                        "application/json; charset=utf-8",
                        "text/plain",
                        "multipart/form-data");

        private final SplittableRandom random;
        private final Sale sale;

        Nonsense(SplittableRandom random, Sale sale) {
            this.random = random;
            this.sale = sale;
        }

        Reply request() {
            String path = one(OpenApi.paths());
            String method = one(OpenApi.methods(path));
            Visitor visitor = visitor();
            byte[] body = hasBody(path, method) ? body(path, method) : null;
            if (body != null) visitor = visitor.with("Content-Type", one(TYPES));
            return visitor.send(method, address(path), body);
        }

        private boolean hasBody(String path, String method) {
            boolean isExpected = OpenApi.operation(path, method).has("requestBody");
            return isExpected ? chance(90) : chance(5);
        }

        private Visitor visitor() {
            Visitor visitor =
                    switch (random.nextInt(12)) {
                        case 0 -> Visitor.nobody();
                        case 1 -> Visitor.nobody().with("Authorization", "Bearer nonsense");
                        case 2, 3, 4 -> Visitor.bob();
                        default -> Visitor.ann();
                    };
            if (chance(10)) visitor = visitor.with("Idempotency-Key", "key" + random.nextInt(3));
            if (chance(5)) visitor = visitor.with("If-None-Match", one(List.of("*", "\"1\"", "x")));
            return chance(3) ? visitor.with("Accept", "text/html") : visitor;
        }

        private String address(String path) {
            String event = chance(85) ? sale.id() : encoded(one(IDS));
            String seat = chance(85) ? sale.seatId(random.nextInt(1, 14)) : encoded(one(IDS));
            String booking = chance(85) ? sale.seatId(1) : encoded(one(IDS));
            return path.replace("{eventId}", event)
                            .replace("{bookingId}", booking)
                            .replace("{venueId}", booking)
                            .replace("{endpointId}", booking)
                            .replace("{deliveryId}", event + "-1")
                            .replace("{seatId}", seat)
                            .replace("{seatNumber}", one(List.of("1", "7", "12", "13", "0", "x")))
                            .replace("{code}", one(List.of("x", "%00.png", "A".repeat(162))))
                            .replace("{userId}", one(List.of(Visitor.ANN.toString(), "x")))
                            .replace("{slug}", one(List.of("internal", "nothing")))
                    + one(QUERIES);
        }

        private byte[] body(String path, String method) {
            JsonNode content =
                    OpenApi.resolved(OpenApi.operation(path, method).path("requestBody"))
                            .path("content")
                            .path("application/json");
            String body =
                    chance(95)
                            ? object(OpenApi.resolved(content.path("schema")))
                            : one(List.of("", "{", "[]", "7", "\"", "{}{}", "\u0000"));
            return body.getBytes(StandardCharsets.UTF_8);
        }

        /// An object that has most of its fields, most of them as they should be.
        private String object(JsonNode schema) {
            List<String> fields = new ArrayList<>();
            schema.path("properties")
                    .properties()
                    .forEach(
                            property -> {
                                if (chance(85)) {
                                    fields.add(
                                            "\"%s\":%s"
                                                    .formatted(property.getKey(), value(property)));
                                }
                            });
            if (chance(5)) fields.add("\"unknown\":1");
            return "{" + String.join(",", fields) + "}";
        }

        /// Bookings are called by the id of seat 1, and are of the one event that there is.
        private String value(Map.Entry<String, JsonNode> property) {
            return switch (chance(85) ? property.getKey() : "") {
                case "eventId" -> "\"%s\"".formatted(sale.id());
                case "id", "bookingId" -> "\"%s\"".formatted(sale.seatId(1));
                default -> value(OpenApi.resolved(property.getValue()));
            };
        }

        private String value(JsonNode schema) {
            if (chance(6)) return one(SCALARS);
            return switch (schema.path("type").asText()) {
                case "object" -> object(schema);
                case "array" -> "[\"%s\"]".formatted(sale.seatId(random.nextInt(1, 14)));
                case "integer" -> String.valueOf(number(schema));
                default -> text(schema.path("format").asText());
            };
        }

        private String text(String format) {
            return switch (format) {
                case "date-time" -> "\"20%02d-01-01T00:00:00Z\"".formatted(random.nextInt(30, 99));
                case "uuid" -> "\"%s\"".formatted(sale.seatId(random.nextInt(1, 14)));
                default -> "\"text %d\"".formatted(random.nextInt(100));
            };
        }

        private int number(JsonNode schema) {
            int min = schema.path("minimum").asInt();
            return random.nextInt(min, Math.min(schema.path("maximum").asInt(), min + 60) + 1);
        }

        private static String encoded(String id) {
            return id.replace("🎭", "%F0%9F%8E%AD");
        }

        private <T> T one(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }
    }
}
