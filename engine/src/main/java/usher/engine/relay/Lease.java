package usher.engine.relay;

import usher.ledger.Ledger;
import usher.ledger.Notes.Note;

/// Which node relays: a note that names it, for as long as it says so every few seconds.
///
/// It saves messages that would be sent twice; nothing is lost, and no cursor is confused, if for a
/// moment two nodes think that it is theirs. Blocks; used by one thread at a time.
public final class Lease {

    /// The name of the note; copies of a ledger leave it behind.
    public static final String NAME = "relay/lease";

    static final long LEASE_MILLIS = 15_000;
    static final long RENEW_MILLIS = 5_000;

    private final Ledger ledger;
    private final String node;

    /// @param node a name that no other node has, nor had this one in an earlier life
    Lease(Ledger ledger, String node) {
        this.ledger = ledger;
        this.node = node;
    }

    /// Takes it or keeps it, unless another node has it.
    ///
    /// @return until when it is this node's, in milliseconds since 1970; 0: it is not
    /// @throws usher.ledger.LedgerException if nobody knows
    long take() {
        Note note = ledger.notes().last(NAME);
        long now = ledger.now().toEpochMilli();
        if (ledger.isShared() && !isOwn(note) && untilMillis(note) > now) return 0;
        long until = now + LEASE_MILLIS;
        return write(note, until) ? until : 0;
    }

    /// Lets another node take it at once, if it is this node's.
    void release() {
        Note note = ledger.notes().last(NAME);
        if (isOwn(note)) write(note, 0);
    }

    private boolean write(Note note, long untilMillis) {
        return ledger.notes().write(note.saying(node + " " + untilMillis));
    }

    private boolean isOwn(Note note) {
        return note.text().startsWith(node + " ");
    }

    private static long untilMillis(Note note) {
        if (note.revision() == 0) return 0;
        return Long.parseLong(note.text().substring(note.text().indexOf(' ') + 1));
    }
}
