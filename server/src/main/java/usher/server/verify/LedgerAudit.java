package usher.server.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import usher.domain.BoxOffice;
import usher.domain.UserId;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListedEvent;
import usher.domain.event.EventDefinition;
import usher.engine.Keys;
import usher.ledger.Deadlines;
import usher.ledger.Heads;
import usher.ledger.Ledger;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Looks at every entry of every stream, and at all that is kept beside them.
///
/// - Each stream folds: its entries are dense, contradict nothing, and every invariant holds at
///   its end. Its snapshot, if there is one, says the same.
/// - The catalog lists each event that has a stream.
/// - Heads, deadlines and keys are what the entries make of them.
public final class LedgerAudit {

    private static final int HEADS_AT_ONCE = 1000;

    private final Ledger ledger;
    private final Findings findings;
    private final Set<StreamId> unfolded = new HashSet<>();
    private final Map<StreamId, Long> deadlines = new HashMap<>();
    private final Map<UserId, Set<StreamId>> owners = new HashMap<>();

    private LedgerAudit(Ledger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
    }

    /// Looks at all of `ledger`. Nobody may append to it meanwhile.
    public static Findings of(Ledger ledger) {
        Findings findings = new Findings();
        new LedgerAudit(ledger, findings).run();
        return findings;
    }

    private void run() {
        Catalog catalog = catalog();
        List<Heads.Head> page = ledger.heads().scan(null, HEADS_AT_ONCE);
        while (!page.isEmpty()) {
            for (Heads.Head head : page) {
                if (!head.stream().isCatalog()) event(head, catalog);
            }
            page = ledger.heads().scan(page.getLast().stream(), HEADS_AT_ONCE);
        }
        checkDeadlines();
        owners.forEach(this::checkKey);
    }

    private Catalog catalog() {
        Catalog catalog = new Catalog();
        Position head = ledger.heads().of(StreamId.CATALOG);
        new StreamAudit(ledger, StreamId.CATALOG, catalog, null, findings).run(head, new Catalog());
        findings.countStream();
        for (ListedEvent listed : catalog.soonestFirst()) {
            EventDefinition event = listed.definition();
            findings.countEvent();
            boolean isTouched = ledger.heads().of(StreamId.of(event.id())).version() > 0;
            if (!isTouched) findings.count(new BoxOffice(event).states());
        }
        return catalog;
    }

    private void event(Heads.Head head, Catalog catalog) {
        findings.countStream();
        StreamId stream = head.stream();
        EventDefinition event = catalog.find(stream.event());
        if (event == null) {
            findings.problem(stream, "has entries, but the catalog does not list it");
            return;
        }
        BoxOffice office = new BoxOffice(event);
        StreamAudit audit = new StreamAudit(ledger, stream, office, event, findings);
        if (!audit.run(head.position(), new BoxOffice(event))) {
            unfolded.add(stream);
            return;
        }
        findings.count(office.states());
        if (office.deadlineMillis() != Long.MAX_VALUE) {
            deadlines.put(stream, office.deadlineMillis());
        }
        for (UserId owner : audit.owners()) {
            owners.computeIfAbsent(owner, _ -> new HashSet<>()).add(stream);
        }
    }

    private void checkDeadlines() {
        Map<StreamId, Long> filed = new HashMap<>();
        for (Deadlines.Due due : ledger.deadlines().due(Long.MAX_VALUE - 1, Integer.MAX_VALUE)) {
            filed.put(due.stream(), due.atMillis());
        }
        Set<StreamId> all = new HashSet<>(filed.keySet());
        all.addAll(deadlines.keySet());
        all.removeAll(unfolded);
        for (StreamId stream : all) {
            Long expected = deadlines.get(stream);
            if (expected == null || !expected.equals(filed.get(stream))) {
                findings.problem(
                        stream,
                        "is due at %s, but filed as due at %s"
                                .formatted(expected, filed.get(stream)));
            }
        }
    }

    private void checkKey(UserId owner, Set<StreamId> streams) {
        Set<StreamId> found = new HashSet<>(ledger.find(Keys.of(owner)));
        found.removeAll(unfolded);
        if (!found.equals(streams)) {
            findings.problem(
                    "user %s has seats or bookings at %s, but is filed at %s"
                            .formatted(owner, streams, found));
        }
    }
}
