package usher.server.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;
import usher.ledger.JsonBytes;
import usher.server.Settings;

/// How `/v1` shows problems: [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) documents.
@Singleton
public final class V1 implements Face {

    private static final int PROBLEM_BYTES = 512;

    private final String typePrefix;

    V1(Settings settings) {
        typePrefix = settings.publicUrl() + "/problems/";
    }

    @Override
    public Response show(Problem problem) {
        ProblemType type = problem.type();
        ResponseBuilder response =
                Response.status(type.status())
                        .type("application/problem+json")
                        .entity(render(problem));
        if (type == ProblemType.UNAUTHORIZED) response.header("WWW-Authenticate", "Bearer");
        if (type.isWorthRetrying()) response.header("Retry-After", problem.retryAfterSeconds());
        return response.build();
    }

    /// The problem document.
    byte[] render(Problem problem) {
        ProblemType type = problem.type();
        JsonBytes json = new JsonBytes(PROBLEM_BYTES).beginObject();
        json.field("type").value(typePrefix + type.slug());
        json.field("title").value(type.title());
        json.field("status").value(type.status());
        json.field("detail").value(problem.detail());
        Problem.Moment moment = problem.moment();
        if (moment != null) Timestamps.write(json.field(moment.field()), moment.atMillis());
        if (!problem.errors().isEmpty()) writeErrors(json, problem.errors());
        if (!problem.seats().isEmpty()) writeSeats(json, problem.seats());
        return json.endObject().toByteArray();
    }

    private static void writeErrors(JsonBytes json, List<Problem.FieldError> errors) {
        json.field("errors").beginArray();
        for (Problem.FieldError error : errors) {
            json.beginObject();
            json.field("field").value(error.field());
            json.field("reason").value(error.reason());
            json.endObject();
        }
        json.endArray();
    }

    private static void writeSeats(JsonBytes json, List<Problem.SeatError> seats) {
        json.field("seats").beginArray();
        for (Problem.SeatError seat : seats) {
            json.beginObject();
            json.field("seatId").value(seat.id());
            json.field("number").value(seat.number());
            String label = seat.label();
            if (label != null) json.field("label").value(label);
            json.field("reason").plain(seat.reason());
            json.endObject();
        }
        json.endArray();
    }
}
