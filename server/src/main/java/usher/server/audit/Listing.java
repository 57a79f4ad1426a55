package usher.server.audit;

import java.util.List;
import usher.domain.Fact;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.ledger.Entry;
import usher.ledger.History;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;

/// Finds the fact with which an event came into being, in the stream of the catalog.
///
/// An event is listed at the moment of its creation, and time never runs backwards in a stream: so
/// it takes a binary search, a few entries of a catalog of any size. Blocks.
final class Listing {

    private static final int ENTRIES_AT_ONCE = 64;

    private final Ledger ledger;
    private final EventDefinition event;
    private final long atMillis;

    private Listing(Ledger ledger, EventDefinition event) {
        this.ledger = ledger;
        this.event = event;
        this.atMillis = event.createdAt().toEpochMilli();
    }

    /// The fact that lists `event`.
    ///
    /// @throws LedgerException if it cannot be read, or is not there
    static EventListed of(EventDefinition event, Ledger ledger) {
        return new Listing(ledger, event).find();
    }

    private EventListed find() {
        long before = History.lastBefore(ledger, StreamId.CATALOG, atMillis);
        while (true) {
            List<Entry> page = ledger.read(StreamId.CATALOG, before, ENTRIES_AT_ONCE);
            for (Entry entry : page) {
                if (entry.facts().getFirst().cause().atMillis() > atMillis) throw missing();
                for (Fact fact : entry.facts()) {
                    if (fact instanceof EventListed f && isThis(f)) return f;
                }
            }
            if (page.size() < ENTRIES_AT_ONCE) throw missing();
            before = page.getLast().version();
        }
    }

    private boolean isThis(EventListed f) {
        return f.event().id().equals(event.id());
    }

    private LedgerException missing() {
        return new LedgerException("the catalog does not list event " + event.id());
    }
}
