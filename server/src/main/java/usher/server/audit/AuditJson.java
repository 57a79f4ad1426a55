package usher.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import usher.ledger.JsonBytes;
import usher.server.http.Timestamps;

/// A page of an audit in JSON.
final class AuditJson implements AuditOutput {

    private static final int FIRST_BYTES = 4096;
    private static final String UNTIL = "until";

    private final JsonBytes json = new JsonBytes(FIRST_BYTES);

    AuditJson() {
        json.beginObject().field("items").beginArray();
    }

    @Override
    public void add(AuditFact fact) {
        json.beginObject();
        json.field("version").value(fact.version());
        Timestamps.write(json.field("at"), fact.atMillis());
        json.field("by").plain(fact.by());
        json.field("request").plain(fact.request());
        json.field("fact").plain(fact.name());
        fact.particulars().forEach(this::add);
        json.endObject();
    }

    private void add(Map.Entry<String, JsonNode> field) {
        json.field(field.getKey());
        if (field.getKey().equals(UNTIL)) {
            Timestamps.write(json, field.getValue().longValue());
        } else {
            json.raw(field.getValue().toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public int bytes() {
        return json.size();
    }

    @Override
    public Response endWithMore(long cursor) {
        json.endArray().field("nextCursor").plain(Long.toString(cursor));
        return answer();
    }

    @Override
    public Response end() {
        json.endArray();
        return answer();
    }

    private Response answer() {
        byte[] body = json.endObject().toByteArray();
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).header("Vary", "Accept").build();
    }
}
