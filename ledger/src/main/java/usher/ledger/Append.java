package usher.ledger;

import java.util.List;
import usher.domain.Fact;

/// One entry to be written to one stream, if that is still where its author thinks it is.
///
/// @param stream where
/// @param follows the last entry that the facts were decided on
/// @param id the new entry's own id, never 0: unique among the entries that ever compete for a
///     place
/// @param facts what happened; none: nothing is written, the append only asks whether `follows` is
///     still the last entry, and ends as appended there if it is
/// @param keys under which the stream is found from now on; mostly none
/// @param deadlineMillis when the stream is due next, in milliseconds since 1970;
///     [Long#MAX_VALUE]: not at all. Replaces the deadline that it had.
/// @param acceptUntilMillis the ledger's time from which on the decision is stale and must be
///     refused
public record Append(
        StreamId stream,
        Position follows,
        long id,
        List<Fact> facts,
        List<Key> keys,
        long deadlineMillis,
        long acceptUntilMillis) {

    public Append {
        if (id == 0) throw new IllegalArgumentException("an entry's id is not 0");
    }

    /// Whether this writes nothing and only asks where the stream stands.
    public boolean isCheck() {
        return facts.isEmpty();
    }

    /// Where the stream is once this is appended.
    public Position position() {
        return isCheck() ? follows : follows.next(id);
    }

    public Entry entry() {
        return new Entry(stream, position(), facts);
    }
}
