package usher.simulation;

import java.util.function.Function;
import java.util.function.Supplier;
import usher.domain.Cause;
import usher.domain.Command;
import usher.ledger.StreamId;

/// What a client wants, to be asked once or again.
///
/// @param asking makes the command of one ask from its cause; may differ from ask to ask
/// @param body tells wishes apart that are sent under one idempotency key
/// @param urgent whether it goes before others
record Wish(StreamId stream, Supplier<Function<Cause, Command>> asking, long body, boolean urgent) {

    /// A wish that is asked in the same words each time.
    static Wish of(StreamId stream, Function<Cause, Command> command, long body, boolean urgent) {
        return new Wish(stream, () -> command, body, urgent);
    }
}
