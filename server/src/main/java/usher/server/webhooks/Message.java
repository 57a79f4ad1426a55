package usher.server.webhooks;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.Entry;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.http.Timestamps;
import usher.server.relay.FactMessage;

/// What is sent in one request: the facts of one entry, or a ping. Immutable.
final class Message {

    private static final int FACT_BYTES = 512;

    private final String id;
    private final List<String> facts;
    private final byte[] body;

    private Message(String id, List<String> facts, byte[] body) {
        this.id = id;
        this.facts = facts;
        this.body = body;
    }

    /// What `endpoint` wants of `entry`; null if that is nothing.
    static @Nullable Message of(Entry entry, Endpoint endpoint) {
        List<FactMessage> wanted = new ArrayList<>();
        for (int i = 0; i < entry.facts().size(); i++) {
            FactMessage fact = FactMessage.of(entry, i);
            if (endpoint.wish().wants(fact.fact().name())) wanted.add(fact);
        }
        if (wanted.isEmpty()) return null;
        List<String> kinds = wanted.stream().map(f -> f.fact().name()).distinct().toList();
        return new Message(id(entry.stream(), entry.version()), kinds, body(entry, wanted));
    }

    /// What tells an endpoint that it can be reached.
    static Message ping(Endpoint endpoint, long nowMillis) {
        JsonBytes json = new JsonBytes(FACT_BYTES);
        begin(json, "ping", nowMillis);
        json.field("endpointId").value(endpoint.id());
        json.endObject().endObject();
        return new Message("ping-" + UUID.randomUUID(), List.of(), json.toByteArray());
    }

    /// By which it is known again when it comes twice: the same for ever.
    String id() {
        return id;
    }

    /// What kinds of facts are in it, each once.
    List<String> facts() {
        return facts;
    }

    /// JSON, the same whenever it is sent while the endpoint wants the same facts.
    Buffer body() {
        return Buffer.buffer(body);
    }

    /// How the delivery of an entry is called.
    static String id(StreamId stream, long version) {
        return stream + "-" + version;
    }

    /// What is signed when it is sent at `seconds` since 1970.
    byte[] signed(long seconds) {
        byte[] head = "%s.%d.".formatted(id, seconds).getBytes(StandardCharsets.US_ASCII);
        return new JsonBytes(head.length + body.length).raw(head).raw(body).toByteArray();
    }

    private static byte[] body(Entry entry, List<FactMessage> wanted) {
        JsonBytes json = new JsonBytes(FACT_BYTES * (wanted.size() + 1));
        begin(json, "facts", entry.facts().getLast().cause().atMillis());
        if (!entry.stream().isCatalog()) json.field("eventId").value(entry.stream().value());
        json.field("version").value(entry.version());
        json.field("facts").beginArray();
        wanted.forEach(fact -> fact.write(json));
        return json.endArray().endObject().endObject().toByteArray();
    }

    private static void begin(JsonBytes json, String type, long atMillis) {
        json.beginObject();
        json.field("type").plain(type);
        Timestamps.write(json.field("timestamp"), atMillis);
        json.field("data").beginObject();
    }
}
