package usher.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.access.CodeHash;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.holding.HoldsReleased;
import usher.domain.plan.Plan;
import usher.ledger.Append;
import usher.ledger.InMemoryLedger;
import usher.ledger.LedgerException;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Histories that are long, and catalogs that are.
final class AuditReaderTest {

    private static final UserId ANN = new UserId(new UUID(1, 1));
    private static final int EVENTS = 1000;
    private static final int EVENTS_PER_ENTRY = 3;
    private static final long NONE = Long.MAX_VALUE;

    private final InMemoryLedger ledger = new InMemoryLedger(InstantSource.system());
    private final AuditReader reader = new AuditReader(ledger);

    @Test
    void an_event_is_found_wherever_it_is_listed() {
        List<EventDefinition> events = new ArrayList<>();
        List<Fact> entry = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            EventDefinition event = event(1000 + i / 7, i);
            events.add(event);
            entry.add(listed(event));
            if (entry.size() == EVENTS_PER_ENTRY) append(StreamId.CATALOG, entry);
        }
        append(StreamId.CATALOG, entry);
        for (EventDefinition event : events) {
            assertEquals(listed(event), Listing.of(event, ledger));
        }
        EventDefinition unlisted = event(1070, EVENTS);
        assertThrows(LedgerException.class, () -> Listing.of(unlisted, ledger));
    }

    @Test
    void an_empty_catalog_lists_nothing() {
        assertThrows(LedgerException.class, () -> Listing.of(event(1000, 1), ledger));
    }

    @Test
    void every_fact_of_a_long_history_is_on_exactly_one_page() {
        EventDefinition event = listedEvent();
        List<Long> expected = new ArrayList<>(List.of(0L));
        for (long version = 1; version <= 500; version++) {
            int facts = (int) (version % 3) + 1;
            List<Fact> entry = new ArrayList<>();
            for (int i = 0; i < facts; i++) entry.add(released(SeatSet.of(1)));
            append(StreamId.of(event.id()), entry);
            for (int i = 0; i < facts; i++) expected.add(version);
        }
        for (int limit : new int[] {1, 2, 63, 64, 65, 1000, 1001, 1002, 10_000}) {
            assertEquals(expected, versions(event, limit), "limit " + limit);
        }
    }

    @Test
    void a_page_of_large_facts_ends_early() {
        EventDefinition event = listedEvent();
        SeatSet everyOther = SeatSet.of(IntStream.range(0, 50_000).map(i -> 1 + 2 * i).toArray());
        for (int i = 0; i < 40; i++) append(StreamId.of(event.id()), released(everyOther));
        Collected page = new Collected();
        reader.page(event, new AuditQuery(AuditQuery.START, 10_000), page);
        assertTrue(page.more);
        assertTrue(page.bytes() > AuditReader.PAGE_BYTES_MAX, () -> "" + page.bytes());
        assertTrue(page.bytes() < AuditReader.PAGE_BYTES_MAX + 1_000_000, () -> "" + page.bytes());
        assertEquals(41, versions(event, 10_000).size());
    }

    @Test
    void the_hash_of_an_access_code_is_not_shown() {
        AccessCode code = new AccessCode(new CodeHash(7, 8), List.of(), Instant.EPOCH);
        EventDefinition plain = event(1000, 1);
        EventDefinition event =
                new EventDefinition(
                        plain.id(),
                        plain.details(),
                        plain.plan(),
                        new AccessCodes(List.of(code)),
                        plain.createdAt());
        String shown = AuditFact.of(0, listed(event), event.plan()).stored().toString();
        assertTrue(shown.contains("accessCodes"), shown);
        assertTrue(shown.contains("salesFrom"), shown);
        assertFalse(shown.contains("hash"), shown);
    }

    private List<Long> versions(EventDefinition event, int limit) {
        List<Long> versions = new ArrayList<>();
        long after = AuditQuery.START;
        while (true) {
            Collected page = new Collected();
            reader.page(event, new AuditQuery(after, limit), page);
            versions.addAll(page.versions);
            if (!page.more) return versions;
            after = page.cursor;
        }
    }

    private EventDefinition listedEvent() {
        EventDefinition event = event(1000, 1);
        append(StreamId.CATALOG, listed(event));
        return event;
    }

    private void append(StreamId stream, Fact fact) {
        append(stream, new ArrayList<>(List.of(fact)));
    }

    /// Appends `entry`, if it has facts, and empties it.
    private void append(StreamId stream, List<Fact> entry) {
        if (entry.isEmpty()) return;
        Position head = ledger.heads().of(stream);
        ledger.append(
                        List.of(
                                new Append(
                                        stream,
                                        head,
                                        head.version() + 1,
                                        List.copyOf(entry),
                                        List.of(),
                                        NONE,
                                        NONE)))
                .toCompletableFuture()
                .join();
        entry.clear();
    }

    private static Fact released(SeatSet seats) {
        return new HoldsReleased(Cause.of(2000, ANN, "r"), seats);
    }

    private static EventListed listed(EventDefinition event) {
        return new EventListed(Cause.of(event.createdAt().toEpochMilli(), ANN, "r"), event);
    }

    private static EventDefinition event(long atMillis, int random) {
        return new EventDefinition(
                EventId.of(atMillis, random),
                EventDetails.of("A", Policy.DEFAULT),
                Plan.plain(100_000),
                Instant.ofEpochMilli(atMillis));
    }

    /// Keeps what a page would have shown.
    private static final class Collected implements AuditOutput {

        private final AuditJson json = new AuditJson();
        private final List<Long> versions = new ArrayList<>();
        private boolean more;
        private long cursor;

        @Override
        public void add(AuditFact fact) {
            versions.add(fact.version());
            json.add(fact);
        }

        @Override
        public int bytes() {
            return json.bytes();
        }

        @Override
        public Response endWithMore(long version) {
            more = true;
            cursor = version;
            return Response.ok().build();
        }

        @Override
        public Response end() {
            return Response.ok().build();
        }
    }
}
