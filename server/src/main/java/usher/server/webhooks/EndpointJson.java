package usher.server.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.JsonBytes;
import usher.ledger.LedgerException;
import usher.server.http.Timestamps;

/// Endpoints as JSON: in notes, and as callers see them.
final class EndpointJson {

    private static final int BYTES = 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EndpointJson() {}

    /// What a note says of `endpoint`; its name says the id.
    static String note(Endpoint endpoint) {
        JsonBytes json = new JsonBytes(BYTES).beginObject();
        writeWish(json, endpoint.wish());
        json.field("enabled").value(endpoint.isEnabled());
        if (endpoint.reason() != null) json.field("reason").value(endpoint.reason());
        json.field("createdAt").value(endpoint.createdAtMillis());
        json.field("since").value(endpoint.course().sinceMillis());
        json.field("generation").value(endpoint.course().generation());
        json.field("secret").value(endpoint.secret().generation());
        json.field("formerSecretUntil").value(endpoint.secret().formerUntilMillis());
        json.field("request").value(endpoint.request());
        return json.endObject().toString();
    }

    /// The endpoint that a note speaks of.
    ///
    /// @throws LedgerException if it says no such thing
    static Endpoint read(UUID id, String note) {
        JsonNode json = tree(note);
        List<String> facts = new ArrayList<>();
        json.path("facts").forEach(fact -> facts.add(fact.asText()));
        return new Endpoint(
                id,
                new Endpoint.Wish(json.path("url").asText(), facts, text(json, "description")),
                json.path("enabled").asBoolean(),
                text(json, "reason"),
                json.path("createdAt").asLong(),
                new Endpoint.Course(json.path("since").asLong(), json.path("generation").asInt()),
                new Endpoint.SecretAge(
                        json.path("secret").asInt(), json.path("formerSecretUntil").asLong()),
                json.path("request").asLong());
    }

    /// The JSON in a note.
    ///
    /// @throws LedgerException if there is none
    static JsonNode tree(String note) {
        try {
            return MAPPER.readTree(note);
        } catch (JsonProcessingException e) {
            throw new LedgerException("a note of webhooks is no JSON: " + note, e);
        }
    }

    static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    /// Writes `endpoint` as a caller sees it.
    ///
    /// @param secret null: it is not shown
    static void write(JsonBytes json, Endpoint endpoint, @Nullable String secret) {
        json.beginObject();
        json.field("id").value(endpoint.id());
        writeWish(json, endpoint.wish());
        json.field("status").plain(endpoint.isEnabled() ? "enabled" : "disabled");
        if (endpoint.reason() != null) json.field("reason").value(endpoint.reason());
        Timestamps.write(json.field("createdAt"), endpoint.createdAtMillis());
        Timestamps.write(json.field("since"), endpoint.course().sinceMillis());
        if (secret != null) json.field("secret").plain(secret);
        json.endObject();
    }

    private static void writeWish(JsonBytes json, Endpoint.Wish wish) {
        json.field("url").value(wish.url());
        json.field("facts").beginArray();
        wish.facts().forEach(json::plain);
        json.endArray();
        if (wish.description() != null) json.field("description").value(wish.description());
    }
}
