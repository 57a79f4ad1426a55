package usher.server.copy;

import java.util.List;
import java.util.function.Consumer;
import usher.engine.relay.Lease;
import usher.ledger.Ledger;
import usher.ledger.Notes.Note;

/// The notes of a ledger that belong to a copy of it: all but the one that says which
/// node relays at the moment.
final class CopiedNotes {

    private static final int NOTES_AT_ONCE = 256;

    private CopiedNotes() {}

    /// Tells `reader` of all of them, in the order of their names, some at a time.
    static void read(Ledger ledger, Consumer<List<Note>> reader) {
        List<Note> page = ledger.notes().list("", "", NOTES_AT_ONCE);
        while (!page.isEmpty()) {
            reader.accept(page.stream().filter(note -> !note.name().equals(Lease.NAME)).toList());
            page = ledger.notes().list("", page.getLast().name(), NOTES_AT_ONCE);
        }
    }
}
