package usher.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why something is decided: when, by whom (nobody: the system itself), in which request.
///
/// Every command has one and hands it to the facts that it makes, so the ledger is an audit trail.
///
/// @param at the ledger's time, whole milliseconds
/// @param by who asked; null for the system
/// @param request the id of the request, 1 to 64 printable ASCII characters without `"` and `\`
/// @param once present if the request must not be done twice
public record Cause(
        Instant at, @Nullable UserId by, String request, @Nullable IdempotencyKey once) {

    private static final int REQUEST_LENGTH_MAX = 64;

    public Cause {
        if (at.getNano() % 1_000_000 != 0) {
            throw new IllegalArgumentException("a time has whole milliseconds: " + at);
        }
        if (!isRequestId(request)) {
            throw new IllegalArgumentException("not a request id: " + request);
        }
    }

    public static Cause of(Instant at, UserId by, String request) {
        return new Cause(at, by, request, null);
    }

    /// What the system does by itself, such as expiring holds.
    public static Cause system(Instant at, String request) {
        return new Cause(at, null, request, null);
    }

    /// Whether `text` may be a request's id.
    public static boolean isRequestId(String text) {
        if (text.isEmpty() || text.length() > REQUEST_LENGTH_MAX) return false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '\\') return false;
        }
        return true;
    }

    /// The same moment and request, as something that the system does on the way.
    public Cause bySystem() {
        return new Cause(at, null, request, null);
    }

    /// The user who asked.
    ///
    /// @throws IllegalStateException if it was the system
    public UserId user() {
        if (by == null) throw new IllegalStateException("asked by the system, not by a user");
        return by;
    }

    public long atMillis() {
        return at.toEpochMilli();
    }
}
