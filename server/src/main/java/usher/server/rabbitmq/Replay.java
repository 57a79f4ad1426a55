package usher.server.rabbitmq;

import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;

/// From when on facts are relayed: everything, until an organizer asks for what is younger than a
/// moment, or for everything once more. Then they are relayed by a route of another name, which has
/// not come anywhere yet.
///
/// @param number how often that was asked for
/// @param sinceMillis what became true before is not relayed, in milliseconds since 1970; 0:
///     everything is
record Replay(int number, long sinceMillis) {

    private static final String NOTE = "relay/rabbitmq";
    private static final String ROUTE = "rabbitmq";
    private static final int RIVALS_MAX = 10;

    /// The one that all nodes go by now. Blocks.
    ///
    /// @throws LedgerException if that cannot be read
    static Replay now(Ledger ledger) {
        return of(ledger.notes().last(NOTE));
    }

    /// Asks for one, of all nodes. Blocks.
    ///
    /// @throws LedgerException if that cannot be written
    static Replay ask(Ledger ledger, long sinceMillis) {
        for (int i = 0; i < RIVALS_MAX; i++) {
            Note note = ledger.notes().last(NOTE);
            Replay next = new Replay(of(note).number() + 1, sinceMillis);
            if (ledger.notes().write(note.saying(next.number() + " " + sinceMillis))) return next;
        }
        throw new LedgerException("others ask for replays, too");
    }

    /// What its route is called.
    String route() {
        return number == 0 ? ROUTE : ROUTE + "-" + number;
    }

    /// The one before, whose cursors may be forgotten.
    Replay before() {
        return new Replay(number - 1, 0);
    }

    private static Replay of(Note note) {
        if (note.text().isEmpty()) return new Replay(0, 0);
        int space = note.text().indexOf(' ');
        return new Replay(
                Integer.parseInt(note.text().substring(0, space)),
                Long.parseLong(note.text().substring(space + 1)));
    }
}
