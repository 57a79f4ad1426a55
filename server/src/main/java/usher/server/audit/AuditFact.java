package usher.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import usher.domain.Fact;
import usher.domain.plan.Plan;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;

/// One fact as an auditor sees it: what the ledger keeps of it, field by field.
///
/// @param version the entry of the event's stream that it stands in; 0: the event was listed
/// @param stored the fact as [FactCodec] writes it
record AuditFact(long version, JsonNode stored) {

    private static final String SYSTEM = "system";
    private static final int FACT_BYTES = 256;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What every fact has, and the hash of an idempotency key, which tells nobody anything.
    private static final Set<String> CAUSE = Set.of("fact", "at", "by", "request", "once");

    /// @param plan whose labels the seats have
    static AuditFact of(long version, Fact fact, Plan plan) {
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
    String name() {
        return stored.get("fact").textValue();
    }

    /// When it was decided, in milliseconds since 1970.
    long atMillis() {
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
}
