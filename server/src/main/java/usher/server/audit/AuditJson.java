package usher.server.audit;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import usher.ledger.JsonBytes;

/// A page of an audit in JSON.
final class AuditJson implements AuditOutput {

    private static final int FIRST_BYTES = 4096;

    private final JsonBytes json = new JsonBytes(FIRST_BYTES);

    AuditJson() {
        json.beginObject().field("items").beginArray();
    }

    @Override
    public void add(AuditFact fact) {
        json.beginObject();
        fact.write(json);
        json.endObject();
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
