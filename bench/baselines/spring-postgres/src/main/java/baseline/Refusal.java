package baseline;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// A request that is answered with a problem document. It carries no stack trace: a refusal is
/// an ordinary answer.
class Refusal extends ErrorResponseException {

    private Refusal(HttpStatus status, String detail) {
        super(status);
        setDetail(detail);
    }

    static Refusal seatNotFound() {
        return new Refusal(HttpStatus.NOT_FOUND, "There is no such seat.");
    }

    static Refusal seatUnavailable() {
        return new Refusal(HttpStatus.CONFLICT, "Somebody else has the seat.");
    }

    static Refusal holdLimitReached() {
        return new Refusal(HttpStatus.CONFLICT, "Release a seat that you hold first.");
    }

    static Refusal unauthorized() {
        return new Refusal(HttpStatus.UNAUTHORIZED, "Say who you are.");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
