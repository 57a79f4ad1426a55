package usher.server.dialect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// How the ticket-booking document shows what went wrong. It leaves that open: a sentence and a
/// code, with 400 for what is wrong in a request, and otherwise the statuses of `/v1`.
@Singleton
public final class TicketBookingFace implements Dialect {

    TicketBookingFace() {}

    @Override
    public boolean owns(String path) {
        return path.equals("/status")
                || path.equals("/bookings")
                || path.startsWith("/bookings/")
                || path.equals("/payment");
    }

    @Override
    public Response show(Problem problem) {
        ProblemType type = problem.type();
        boolean isWrongField = type == ProblemType.INVALID_FIELD;
        int status = isWrongField ? ProblemType.MALFORMED_REQUEST.status() : type.status();
        return PlainError.show(status, problem, PlainError.sentence(problem));
    }
}
