package usher.server.audit;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import usher.domain.Fact;
import usher.domain.event.EventDefinition;
import usher.ledger.Entry;
import usher.ledger.Ledger;
import usher.ledger.StreamId;

/// Reads the history of an event from the ledger: how it was listed in the catalog, as version 0,
/// and every entry of its own stream. Snapshots are no history, and are not looked at.
///
/// A page is whole entries, as many as it takes to reach the facts asked for or [#PAGE_BYTES_MAX];
/// so what one request costs in memory is bounded, however long the history. Blocks; thread-safe.
@Singleton
final class AuditReader {

    static final int PAGE_BYTES_MAX = 4 << 20;

    private static final int ENTRIES_AT_ONCE = 64;

    private final Ledger ledger;

    AuditReader(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The page of the audit of `event` that `query` asks for, in the format of `out`.
    ///
    /// @throws usher.ledger.LedgerException if the ledger cannot be read
    Response page(EventDefinition event, AuditQuery query, AuditOutput out) {
        int facts = 0;
        if (query.after() == AuditQuery.START) {
            out.add(AuditFact.of(0, Listing.of(event, ledger), event.plan()));
            facts++;
        }
        long cursor = Math.max(0, query.after());
        while (true) {
            List<Entry> entries = ledger.read(StreamId.of(event.id()), cursor, ENTRIES_AT_ONCE);
            for (Entry entry : entries) {
                if (facts >= query.limit() || out.bytes() >= PAGE_BYTES_MAX) {
                    return out.endWithMore(cursor);
                }
                for (Fact fact : entry.facts()) {
                    out.add(AuditFact.of(entry.version(), fact, event.plan()));
                }
                facts += entry.facts().size();
                cursor = entry.version();
            }
            if (entries.size() < ENTRIES_AT_ONCE) return out.end();
        }
    }
}
