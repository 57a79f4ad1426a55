package usher.server.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.http.Timestamps;

/// Deliveries as JSON: in notes, and as callers see them.
final class DeliveryJson {

    private static final int BYTES = 512;

    private DeliveryJson() {}

    /// What a note says of several.
    static String note(List<Delivery> deliveries) {
        JsonBytes json = new JsonBytes(BYTES * (deliveries.size() + 1)).beginArray();
        for (Delivery delivery : deliveries) {
            json.beginObject();
            json.field("stream").value(delivery.stream().value());
            json.field("status").plain(delivery.status().word());
            json.field("at").value(delivery.atMillis());
            json.field("nextAt").value(delivery.nextAtMillis());
            writeRest(json, delivery);
        }
        return json.endArray().toString();
    }

    /// The deliveries that a note speaks of.
    static List<Delivery> read(String note) {
        List<Delivery> deliveries = new ArrayList<>();
        if (note.isEmpty()) return deliveries;
        EndpointJson.tree(note).forEach(json -> deliveries.add(delivery(json)));
        return deliveries;
    }

    private static Delivery delivery(JsonNode json) {
        List<String> facts = new ArrayList<>();
        json.path("facts").forEach(fact -> facts.add(fact.asText()));
        return new Delivery(
                json.path("id").asText(),
                new StreamId(UUID.fromString(json.path("stream").asText())),
                json.path("version").asLong(),
                facts,
                status(json.path("status").asText()),
                json.path("attempts").asInt(),
                json.path("at").asLong(),
                json.path("nextAt").asLong(),
                json.path("responseStatus").asInt(),
                json.path("response").asText());
    }

    private static Delivery.Status status(String word) {
        for (Delivery.Status status : Delivery.Status.values()) {
            if (status.word().equals(word)) return status;
        }
        return Delivery.Status.WAITING;
    }

    /// Writes `delivery` as a caller sees it.
    static void write(JsonBytes json, Delivery delivery) {
        json.beginObject();
        if (!delivery.stream().isCatalog()) {
            json.field("eventId").value(delivery.stream().value());
        }
        json.field("status").plain(delivery.status().word());
        Timestamps.write(json.field("at"), delivery.atMillis());
        if (delivery.nextAtMillis() > 0) {
            Timestamps.write(json.field("nextAttemptAt"), delivery.nextAtMillis());
        }
        writeRest(json, delivery);
    }

    private static void writeRest(JsonBytes json, Delivery delivery) {
        json.field("id").plain(delivery.id());
        json.field("version").value(delivery.version());
        json.field("facts").beginArray();
        delivery.facts().forEach(json::plain);
        json.endArray();
        json.field("attempts").value(delivery.attempts());
        if (delivery.answer() > 0) json.field("responseStatus").value(delivery.answer());
        json.field("response").value(delivery.said());
        json.endObject();
    }
}
