package usher.server.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// What the OpenAPI document promises about every answer.
final class Contract {

    /// What a server says about paths and methods that the document does not name.
    private static final Set<Integer> NOTHING_HERE = Set.of(404, 405);

    private Contract() {}

    /// Insists that `reply` is one that the document describes.
    static void check(Reply reply) {
        assertFalse(reply.header("X-Request-Id").isEmpty(), () -> "no id: " + where(reply));
        String path = OpenApi.templateOf(reply.path());
        if (path.isEmpty()) return;
        String method = reply.method().equals("HEAD") ? "GET" : reply.method();
        if (method.equals("OPTIONS")) {
            assertEquals(200, reply.status(), () -> where(reply));
        } else if (OpenApi.operation(path, method).isMissingNode()) {
            assertTrue(NOTHING_HERE.contains(reply.status()), () -> where(reply));
        } else {
            checkResponse(reply, OpenApi.response(path, method, reply.status()));
        }
    }

    private static void checkResponse(Reply reply, JsonNode documented) {
        assertFalse(documented.isMissingNode(), () -> "undocumented: " + where(reply));
        documented
                .path("headers")
                .fieldNames()
                .forEachRemaining(
                        name ->
                                assertFalse(
                                        reply.header(name).isEmpty(),
                                        () -> "no %s: %s".formatted(name, where(reply))));
        if (reply.response().body().length > 0) {
            checkBody(reply, documented.path("content"));
        } else {
            boolean mayBeEmpty = documented.path("content").isEmpty();
            assertTrue(mayBeEmpty || reply.method().equals("HEAD"), () -> where(reply));
        }
    }

    private static void checkBody(Reply reply, JsonNode content) {
        String type = reply.header("Content-Type").replaceAll(";.*", "");
        assertTrue(content.has(type), () -> "undocumented %s: %s".formatted(type, where(reply)));
        if (type.endsWith("json")) {
            String schema = content.path(type).path("schema").path("$ref").asText();
            assertEquals(Set.of(), OpenApi.violations(schema, reply.json()), () -> where(reply));
        }
    }

    private static String where(Reply reply) {
        return "%s %s: %d %s".formatted(reply.method(), reply.path(), reply.status(), reply.text());
    }
}
