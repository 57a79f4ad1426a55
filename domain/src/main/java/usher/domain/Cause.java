package usher.domain;

import org.jspecify.annotations.Nullable;

/// Why something is decided: when, by whom (nobody: the system itself), in which request.
///
/// Every command has one and hands it to the facts that it makes, so the ledger is an audit trail.
///
/// @param atMillis the ledger's time, in milliseconds since 1970
/// @param by who asked; null for the system
/// @param request the id of the request, 1 to 64 printable ASCII characters without `"` and `\`
/// @param once present if the request must not be done twice
public record Cause(
        long atMillis, @Nullable UserId by, String request, @Nullable IdempotencyKey once) {

    private static final int REQUEST_LENGTH_MAX = 64;

    public Cause {
        if (!isRequestId(request)) {
            throw new IllegalArgumentException("not a request id: " + request);
        }
    }

    public static Cause of(long atMillis, UserId by, String request) {
        return new Cause(atMillis, by, request, null);
    }

    /// What the system does by itself, such as expiring holds.
    public static Cause system(long atMillis, String request) {
        return new Cause(atMillis, null, request, null);
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
        return new Cause(atMillis, null, request, null);
    }

    /// The user who asked.
    ///
    /// @throws IllegalStateException if it was the system
    public UserId user() {
        if (by == null) throw new IllegalStateException("asked by the system, not by a user");
        return by;
    }
}
