package usher.server.http;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something is wrong with a request, as the caller is told: a problem document of
/// [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457).
///
/// Thrown where it is noticed, or rendered from a refusal; costs no stack trace.
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A field that is wrong, and why.
    public record FieldError(String field, String reason) {}

    /// A seat that it is about, and what is the matter with it.
    ///
    /// @param label what stands on its ticket; null if that is only its number
    public record SeatError(UUID id, int number, @Nullable String label, String reason) {}

    /// When what stands in the way came to be.
    ///
    /// @param field what it is called in the document
    public record Moment(String field, long atMillis) {}

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient List<SeatError> seats;
    private final long retryAfterSeconds;
    private final transient @Nullable Moment moment;

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of(), List.of());
    }

    /// @param detail what to change, in a sentence
    /// @param errors the fields that are wrong, if it is about fields
    /// @param seats the seats that it is about, if it is about several
    public Problem(
            ProblemType type, String detail, List<FieldError> errors, List<SeatError> seats) {
        this(type, detail, errors, seats, 1, null);
    }

    /// @param moment since when it is so
    public Problem(ProblemType type, String detail, List<SeatError> seats, Moment moment) {
        this(type, detail, List.of(), seats, 1, moment);
    }

    private Problem(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            List<SeatError> seats,
            long retryAfterSeconds,
            @Nullable Moment moment) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = errors;
        this.seats = seats;
        this.retryAfterSeconds = retryAfterSeconds;
        this.moment = moment;
    }

    /// The caller asked too often, and may ask again after so many seconds.
    public static Problem rateLimited(String detail, long retryAfterSeconds) {
        return new Problem(
                ProblemType.RATE_LIMITED, detail, List.of(), List.of(), retryAfterSeconds, null);
    }

    /// One field is wrong.
    public static Problem field(String field, String reason) {
        return fields(List.of(new FieldError(field, reason)));
    }

    /// Some fields are wrong; at least one.
    public static Problem fields(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String detail = "%s %s.".formatted(first.field(), first.reason());
        return new Problem(ProblemType.INVALID_FIELD, detail, errors, List.of());
    }

    /// When the same request may succeed, if it is worth retrying.
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    /// Since when it is so; null: that is no matter.
    public @Nullable Moment moment() {
        return moment;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public List<SeatError> seats() {
        return seats;
    }
}
