package usher.engine;

import usher.domain.Command;

/// What a caller wants, before it is known when it will be decided.
///
/// A batch that lost its race is decided again, at a later time: the same ask, another command.
@FunctionalInterface
public interface Ask {

    /// The command, decided at `atMillis`, the ledger's time in milliseconds since 1970.
    Command at(long atMillis);
}
