package usher.ledger.redis;

import org.jspecify.annotations.Nullable;

/// What came of a command.
sealed interface Reply {

    /// The server did it, and said this: a `Long`, bytes, a list of those, or nothing.
    record Said(@Nullable Object value) implements Reply {}

    /// It certainly was not done.
    record Refused(String reason) implements Reply {}

    /// Nobody knows whether it was done.
    record Lost(String reason) implements Reply {}
}
