package usher.ledger.postgres;

import java.sql.SQLException;
import java.util.Set;

/// What an error of the driver's or the server's means for a statement that it ended.
///
/// Codes are those of PostgreSQL's Appendix A.
enum Trouble {
    /// The server did not like what was in the statement: nothing of it was written.
    REFUSED,
    /// The server has no room or no time for it now: nothing of it was written.
    SHORT,
    /// The same, but now this server takes no writes: another one may.
    READ_ONLY,
    /// Other transactions were in the way: nothing was written, the next try may succeed.
    COLLISION,
    /// The connection, or the server, is gone, and nobody knows how far the statement came.
    LOST;

    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

    /// Errors that a server reports before it commits, and goes on after, by their classes: data
    /// (22), constraints (23), rights (42), limits (54).
    private static final Set<String> REFUSALS = Set.of("22", "23", "42", "54");

    /// Likewise: no disk, memory or connections (53), no lock in time (55).
    private static final Set<String> SHORTAGES = Set.of("53", "55");

    static Trouble of(SQLException e) {
        String code = e.getSQLState();
        if (code == null || code.length() != 5) return LOST;
        if (code.equals(READ_ONLY_TRANSACTION)) return READ_ONLY;
        if (COLLISIONS.contains(code)) return COLLISION;
        String kind = code.substring(0, 2);
        if (SHORTAGES.contains(kind)) return SHORT;
        return REFUSALS.contains(kind) ? REFUSED : LOST;
    }
}
