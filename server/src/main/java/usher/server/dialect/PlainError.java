package usher.server.dialect;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import usher.ledger.JsonBytes;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// What went wrong, for documents that do not say how that looks: a sentence in `error`, as their
/// authors would have it, and the name of the problem in `code`.
final class PlainError {

    private static final int ERROR_BYTES = 256;

    private PlainError() {}

    /// @param sentence what to change
    static Response show(int status, Problem problem, String sentence) {
        ProblemType type = problem.type();
        JsonBytes json = new JsonBytes(ERROR_BYTES).beginObject();
        json.field("error").value(sentence);
        json.field("code").plain(type.slug());
        Response.ResponseBuilder response =
                Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(json.endObject().toByteArray());
        if (status == 401) response.header("WWW-Authenticate", "Bearer");
        if (type.isWorthRetrying()) response.header("Retry-After", problem.retryAfterSeconds());
        return response.build();
    }

    /// Title and detail of `problem`, as one text.
    static String sentence(Problem problem) {
        return problem.type() == ProblemType.INVALID_FIELD
                ? problem.detail()
                : problem.type().title() + " " + problem.detail();
    }
}
