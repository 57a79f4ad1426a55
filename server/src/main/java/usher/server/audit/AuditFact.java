package usher.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import usher.domain.Fact;
import usher.domain.plan.Plan;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.server.http.Timestamps;

/// One fact as an auditor sees it: what the ledger keeps of it, field by field.
///
/// @param version the entry of the event's stream that it stands in; 0: the event was listed
/// @param stored the fact as [FactCodec] writes it
public record AuditFact(long version, JsonNode stored) {

    private static final String SYSTEM = "system";
    private static final String UNTIL = "until";
    private static final int FACT_BYTES = 256;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What every fact has, and the hash of an idempotency key, which tells nobody anything.
    private static final Set<String> CAUSE = Set.of("fact", "at", "by", "request", "once");

    /// How an auditor sees `fact`.
    ///
    /// @param plan whose labels the seats have
    public static AuditFact of(long version, Fact fact, Plan plan) {
        JsonBytes json = new JsonBytes(FACT_BYTES);
        FactCodec.write(List.of(fact), json);
        try {
            JsonNode facts = MAPPER.readTree(json.array(), 0, json.size());
            return new AuditFact(version, labelled(withoutHashes(facts.get(0)), plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whoever had the hash of an access code could try codes out in peace.
    private static JsonNode withoutHashes(JsonNode fact) {
        for (JsonNode parent : fact.findParents("hash")) ((ObjectNode) parent).remove("hash");
        return fact;
    }

    /// Says beside the numbers of seats what people call them: a label for each number, and the
    /// first and the last for each range.
    private static JsonNode labelled(JsonNode fact, Plan plan) {
        JsonNode seats = fact.path("seats");
        if (plan.isPlain() || seats.isEmpty()) return fact;
        ArrayNode labels = ((ObjectNode) fact).putArray("labels");
        for (JsonNode item : seats) {
            String first = plan.label(item.isArray() ? item.get(0).intValue() : item.intValue());
            labels.add(item.isArray() ? first + ".." + plan.label(item.get(1).intValue()) : first);
        }
        return fact;
    }

    /// What kind of fact it is.
    public String name() {
        return stored.get("fact").textValue();
    }

    /// When it was decided, in milliseconds since 1970.
    public long atMillis() {
        return stored.get("at").longValue();
    }

    /// The id of the user who asked for it, or that the system did it.
    String by() {
        return stored.path("by").asText(SYSTEM);
    }

    /// The id of the request.
    String request() {
        return stored.get("request").textValue();
    }

    /// What is particular to its kind: `seats`, `user`, `until` and others.
    Stream<Map.Entry<String, JsonNode>> particulars() {
        return stored.propertyStream().filter(field -> !CAUSE.contains(field.getKey()));
    }

    /// Writes it as fields of the object that `json` has begun.
    public void write(JsonBytes json) {
        json.field("version").value(version);
        Timestamps.write(json.field("at"), atMillis());
        json.field("by").plain(by());
        json.field("request").plain(request());
        json.field("fact").plain(name());
        particulars().forEach(field -> write(field, json));
    }

    private static void write(Map.Entry<String, JsonNode> field, JsonBytes json) {
        json.field(field.getKey());
        if (field.getKey().equals(UNTIL)) {
            Timestamps.write(json, field.getValue().longValue());
        } else {
            json.raw(field.getValue().toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
