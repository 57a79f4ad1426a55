package usher.server.dialect;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import usher.ledger.JsonBytes;

/// Answers in JSON, whatever the caller accepts: the documents know no answer for whoever accepts
/// something else.
final class JsonAnswer {

    private JsonAnswer() {}

    static Response ok(JsonBytes json) {
        return of(Response.Status.OK, json);
    }

    static Response created(JsonBytes json) {
        return of(Response.Status.CREATED, json);
    }

    private static Response of(Response.Status status, JsonBytes json) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json.toByteArray())
                .build();
    }
}
