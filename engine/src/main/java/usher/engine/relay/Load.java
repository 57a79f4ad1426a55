package usher.engine.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.ledger.Entry;
import usher.ledger.History;
import usher.ledger.Ledger;
import usher.ledger.Notes.Note;
import usher.ledger.StreamId;

/// What was read of a stream, to be sent.
///
/// @param note the note of the stream's cursors, if it had to be read
/// @param after the version after which the route goes on
/// @param entries what comes there, the oldest first; none: there is no more
record Load(@Nullable Note note, long after, List<Entry> entries) {

    private static final int ENTRIES_MAX = 256;

    /// Reads on where `route` stands. Blocks.
    ///
    /// @param known how far it came, if that is known
    /// @throws usher.ledger.LedgerException if that cannot be read
    static Load of(Ledger ledger, StreamId stream, Route route, @Nullable Long known) {
        Note note = null;
        Long after = known;
        if (after == null) {
            note = ledger.notes().last(Cursors.name(stream));
            after = Cursors.versions(note).get(route.name());
        }
        if (after == null) after = beginning(ledger, stream, route);
        return new Load(note, after, cut(ledger.read(stream, after, ENTRIES_MAX), route));
    }

    private static long beginning(Ledger ledger, StreamId stream, Route route) {
        if (route.sinceMillis() == 0) return 0;
        return History.lastBefore(ledger, stream, route.sinceMillis());
    }

    /// As many as may be under way at once, but one at least.
    private static List<Entry> cut(List<Entry> entries, Route route) {
        int facts = 0;
        for (int i = 0; i < entries.size(); i++) {
            facts += entries.get(i).facts().size();
            if (i > 0 && facts > route.destination().factsAtOnceMax()) return entries.subList(0, i);
        }
        return entries;
    }
}
