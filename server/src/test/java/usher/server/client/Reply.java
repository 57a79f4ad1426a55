package usher.server.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a visitor got for one request.
public record Reply(String method, String path, HttpResponse<byte[]> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    /// The value of a header; empty if it was not sent.
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text in the field with this JSON pointer, or with this name.
    public String text(String field) {
        return json().at(field.startsWith("/") ? field : "/" + field).asText();
    }

    /// The names of the fields, in their order.
    public List<String> fields() {
        List<String> names = new ArrayList<>();
        json().fieldNames().forEachRemaining(names::add);
        return names;
    }

    /// Insists on the status.
    public Reply is(int status) {
        assertEquals(status, status(), () -> "%s %s: %s".formatted(method, path, text()));
        return this;
    }

    /// Insists on a problem document of this type, whole and in order.
    public Reply isProblem(int status, String slug) {
        is(status);
        assertEquals("application/problem+json", header("Content-Type"));
        assertTrue(text("type").endsWith("/problems/" + slug), () -> slug + ": " + text());
        assertEquals(List.of("type", "title", "status", "detail"), fields().subList(0, 4));
        assertEquals(status, json().get("status").intValue());
        assertTrue(text("detail").endsWith("."), () -> "no sentence: " + text());
        return this;
    }

    /// Insists that this field, and no other, is wrong.
    public Reply isWrongField(String field) {
        isProblem(422, "invalid-field");
        assertEquals(1, json().get("errors").size(), this::text);
        assertEquals(field, text("/errors/0/field"));
        return this;
    }
}
