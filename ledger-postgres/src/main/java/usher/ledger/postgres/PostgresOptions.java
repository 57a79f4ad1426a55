package usher.ledger.postgres;

/// How a ledger in PostgreSQL is used.
///
/// @param isRelaxedAllowed whether a server that answers before its disk has what it says will do
/// @param isFrozen whether to look only: all that is read is as of one moment, nothing is created,
///     nothing can be appended
/// @param readers how many connections read, 1 or more
/// @param notifies whether other nodes are told of appends; if not, somebody else tells them
public record PostgresOptions(
        boolean isRelaxedAllowed, boolean isFrozen, int readers, boolean notifies) {

    public PostgresOptions {
        if (readers < 1) throw new IllegalArgumentException("1 reader or more");
    }

    /// What suits a server.
    public static PostgresOptions standard() {
        return new PostgresOptions(false, false, 4, true);
    }

    /// What suits somebody who looks at a ledger that may be in use.
    public static PostgresOptions frozen() {
        return new PostgresOptions(true, true, 1, false);
    }

    public PostgresOptions withRelaxedAllowed(boolean newAllowed) {
        return new PostgresOptions(newAllowed, isFrozen, readers, notifies);
    }

    public PostgresOptions withNotifies(boolean newNotifies) {
        return new PostgresOptions(isRelaxedAllowed, isFrozen, readers, newNotifies);
    }
}
