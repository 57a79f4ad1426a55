package usher.server.audit;

import org.jspecify.annotations.Nullable;
import usher.server.http.Problem;

/// Which page of an audit is asked for.
///
/// @param after the version after which it begins; [#START]: with the listing of the event
/// @param limit how many facts are enough: the page ends with the entry that reaches it
record AuditQuery(long after, int limit) {

    /// Before everything.
    static final long START = -1;

    static final int LIMIT_MAX = 10_000;

    /// The page that the parameters of a request ask for.
    ///
    /// @throws Problem naming what is wrong
    static AuditQuery of(@Nullable String after, String limit) {
        long version = after == null ? START : number(after);
        if (after != null && version < 0) {
            throw Problem.field("after", "must be a version, such as the nextCursor of a page");
        }
        long facts = number(limit);
        if (facts < 1 || facts > LIMIT_MAX) {
            throw Problem.field(
                    "limit", "must be a whole number from 1 to %d".formatted(LIMIT_MAX));
        }
        return new AuditQuery(version, (int) facts);
    }

    /// The whole number, 0 or more, that `text` is; negative if it is none.
    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
