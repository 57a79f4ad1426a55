package usher.server.copy;

import java.util.Collections;
import java.util.Iterator;
import usher.engine.Keys;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Heads.Head;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Position;

/// The entries of one stream that are still to be copied, as appends: each at the place that it
/// has.
final class StreamCopy {

    private static final int PAGE_ENTRIES = 256;

    private final Ledger from;
    private final Head head;
    private final long deadlineMillis;
    private Position position = Position.START;
    private Iterator<Entry> page = Collections.emptyIterator();

    /// @param head where the stream ends
    /// @param deadlineMillis when it is due, which its last entry says
    StreamCopy(Ledger from, Head head, long deadlineMillis) {
        this.from = from;
        this.head = head;
        this.deadlineMillis = deadlineMillis;
    }

    boolean isDone() {
        return position.equals(head.position());
    }

    /// The next one; it is not done yet.
    Append next() {
        Position follows = position;
        Entry entry = read();
        position = entry.position();
        return new Append(
                head.stream(),
                follows,
                position.id(),
                entry.facts(),
                Keys.filing(entry.facts()),
                isDone() ? deadlineMillis : Long.MAX_VALUE,
                Long.MAX_VALUE);
    }

    private Entry read() {
        if (!page.hasNext()) {
            page = from.read(head.stream(), position.version(), PAGE_ENTRIES).iterator();
        }
        if (!page.hasNext() || position.version() >= head.position().version()) {
            throw new LedgerException(
                    "%s does not end where its head is; ./usher verify says more"
                            .formatted(head.stream()));
        }
        return page.next();
    }
}
