package usher.server.dialect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usher.ledger.JsonBytes;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// How the event-management-service document shows what went wrong: four kinds of error, each with
/// its place in that document's `errors.md`, and internal errors.
@Singleton
public final class EventManagementFace implements Dialect {

    private static final String PREFIX = "/v1alpha1";

    private static final int ERROR_BYTES = 256;

    /// The errors of the document, by the names of their sections.
    private enum Kind {
        BAD_REQUEST(400, "bad-request-error", "Bad request error"),
        UNAUTHORIZED(401, "unauthorized-error", "Unauthorized error"),
        NOT_FOUND(404, "not-found-error", "Not found error"),
        UNPROCESSABLE(422, "unprocessable-content-error", "Unprocessable Content error"),
        INTERNAL(500, "internal-server-error", "Internal server error"),
        UNAVAILABLE(503, "internal-server-error", "Internal server error");

        private final int status;
        private final String section;
        private final String title;

        Kind(int status, String section, String title) {
            this.status = status;
            this.section = section;
            this.title = title;
        }
    }

    EventManagementFace() {}

    /// The sections of the document's `errors.md` that errors lead to.
    static Set<String> sections() {
        return Stream.of(Kind.values()).map(kind -> kind.section).collect(Collectors.toSet());
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public Response show(Problem problem) {
        Kind kind = kind(problem.type());
        Response.ResponseBuilder response =
                Response.status(kind.status)
                        .type("application/json")
                        .entity(render(kind, problem.detail()));
        if (kind == Kind.UNAUTHORIZED) response.header("WWW-Authenticate", "Bearer");
        if (kind == Kind.UNAVAILABLE) {
            response.header("Retry-After", problem.retryAfterSeconds());
        }
        return response.build();
    }

    /// A seat that cannot be held or reserved is not found: the document knows no conflict.
    private static Kind kind(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> Kind.BAD_REQUEST;
            case NOT_ACCEPTABLE, WRONG_SIGNATURE -> Kind.BAD_REQUEST;
            case UNAUTHORIZED, FORBIDDEN -> Kind.UNAUTHORIZED;
            case INVALID_FIELD, IDEMPOTENCY_MISMATCH, BOOKING_MISMATCH -> Kind.UNPROCESSABLE;
            case INTERNAL -> Kind.INTERNAL;
            case OVERLOADED, UNAVAILABLE, RATE_LIMITED -> Kind.UNAVAILABLE;
            case NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    EVENT_NOT_FOUND,
                    SEAT_NOT_FOUND,
                    SEAT_UNAVAILABLE,
                    NOT_YOUR_HOLD,
                    HOLD_EXPIRED,
                    HOLD_LIMIT_REACHED,
                    SEAT_LIMIT_REACHED,
                    NOT_ENOUGH_SEATS,
                    REFRESH_LIMIT_REACHED,
                    BLOCK_LIMIT_REACHED,
                    PAYMENT_REQUIRED,
                    WRONG_ACCESS_CODE,
                    ACCESS_CODE_REQUIRED,
                    EVENT_NOT_ON_SALE,
                    EVENT_CANCELLED,
                    BOOKING_NOT_FOUND,
                    BOOKING_NOT_CONFIRMED,
                    TICKET_NOT_FOUND,
                    TICKET_NOT_VALID,
                    TICKET_OF_ANOTHER_EVENT,
                    ALREADY_CHECKED_IN,
                    ALREADY_PAID,
                    BOOKING_EXPIRED,
                    PAYMENT_UNDER_WAY,
                    SEAT_BOOKED,
                    PRECONDITION_FAILED,
                    VENUE_NOT_FOUND,
                    WEBHOOK_ENDPOINT_NOT_FOUND,
                    WEBHOOK_ENDPOINT_LIMIT_REACHED,
                    DELIVERY_NOT_FOUND,
                    VENUE_EXISTS,
                    EVENT_EXISTS ->
                    Kind.NOT_FOUND;
        };
    }

    private static byte[] render(Kind kind, String detail) {
        JsonBytes json = new JsonBytes(ERROR_BYTES).beginObject();
        json.field("type").value("file://docs/errors.md#" + kind.section);
        json.field("status").value(kind.status);
        json.field("title").value(kind.title);
        json.field("detail").value(detail);
        return json.endObject().toByteArray();
    }
}
