package usher.server.dialect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// How the online-reservation-system document shows what went wrong: with the statuses 400, 403,
/// 404 and 409 for what callers do, and a sentence.
@Singleton
public final class OnlineReservationFace implements Dialect {

    OnlineReservationFace() {}

    @Override
    public boolean owns(String path) {
        return path.equals("/events")
                || path.startsWith("/events/")
                || path.equals("/seats")
                || path.startsWith("/seats/");
    }

    @Override
    public Response show(Problem problem) {
        return PlainError.show(status(problem.type()), problem, PlainError.sentence(problem));
    }

    /// The document counts too many held seats and another user's UUID as forbidden, and a seat
    /// that is not in the right state as a conflict.
    private static int status(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST,
                    WRONG_SIGNATURE,
                    INVALID_FIELD,
                    IDEMPOTENCY_MISMATCH,
                    BOOKING_MISMATCH,
                    UNAUTHORIZED,
                    PAYLOAD_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    NOT_ACCEPTABLE ->
                    400;
            case FORBIDDEN,
                    WRONG_ACCESS_CODE,
                    ACCESS_CODE_REQUIRED,
                    NOT_YOUR_HOLD,
                    HOLD_LIMIT_REACHED,
                    SEAT_LIMIT_REACHED ->
                    403;
            case SEAT_UNAVAILABLE,
                    HOLD_EXPIRED,
                    NOT_ENOUGH_SEATS,
                    REFRESH_LIMIT_REACHED,
                    BLOCK_LIMIT_REACHED,
                    PAYMENT_REQUIRED,
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
                    WEBHOOK_ENDPOINT_LIMIT_REACHED,
                    VENUE_EXISTS,
                    EVENT_EXISTS ->
                    409;
            case NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    EVENT_NOT_FOUND,
                    VENUE_NOT_FOUND,
                    WEBHOOK_ENDPOINT_NOT_FOUND,
                    DELIVERY_NOT_FOUND,
                    SEAT_NOT_FOUND,
                    RATE_LIMITED,
                    INTERNAL,
                    OVERLOADED,
                    UNAVAILABLE ->
                    type.status();
        };
    }
}
