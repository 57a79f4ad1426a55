package usher.server.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import usher.domain.plan.Plan;
import usher.ledger.Entry;
import usher.ledger.JsonBytes;
import usher.server.audit.AuditFact;

/// One fact as other systems get it: as the audit shows it, with an id by which it is known again
/// when it comes twice, but without labels, which depend on the event.
///
/// @param id the same for ever: `<stream>-<version>-<index>`
/// @param fact as the ledger keeps it, without the hashes of codes
public record FactMessage(Entry entry, String id, AuditFact fact) {

    private static final Plan WITHOUT_LABELS = Plan.plain(1);

    /// Fact `index`, from 0 on, of `entry`.
    public static FactMessage of(Entry entry, int index) {
        String id = "%s-%d-%d".formatted(entry.stream(), entry.version(), index);
        AuditFact fact = AuditFact.of(entry.version(), entry.facts().get(index), WITHOUT_LABELS);
        if (entry.stream().isCatalog()) nameEvent((ObjectNode) fact.stored());
        return new FactMessage(entry, id, fact);
    }

    /// In the catalog's stream, the event that a fact is about is in its `id`.
    private static void nameEvent(ObjectNode fact) {
        JsonNode event = fact.remove("id");
        if (event != null) fact.set("eventId", event);
    }

    /// Writes it as an object.
    public void write(JsonBytes json) {
        json.beginObject();
        json.field("id").plain(id);
        if (!entry.stream().isCatalog()) {
            json.field("eventId").plain(entry.stream().toString());
        }
        fact.write(json);
        json.endObject();
    }
}
