package usher.ledger.redis;

/// How a ledger in Redis is used.
///
/// @param isRelaxedAllowed whether a server that answers before its disk has what it says will do
/// @param isFrozen whether to look only, while no node uses it: nothing is created, nothing can be
///     appended
/// @param readers how many threads read at once, 1 or more
public record RedisOptions(boolean isRelaxedAllowed, boolean isFrozen, int readers) {

    public RedisOptions {
        if (readers < 1) throw new IllegalArgumentException("1 reader or more");
    }

    /// What suits a server.
    public static RedisOptions standard() {
        return new RedisOptions(false, false, 4);
    }

    /// What suits somebody who looks at a ledger that nobody uses.
    public static RedisOptions frozen() {
        return new RedisOptions(true, true, 1);
    }

    public RedisOptions withRelaxedAllowed(boolean newAllowed) {
        return new RedisOptions(newAllowed, isFrozen, readers);
    }
}
