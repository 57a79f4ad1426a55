package usher.server.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.UserId;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.Policy;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Plan;
import usher.domain.selling.SeatsReserved;
import usher.ledger.Append;
import usher.ledger.InMemoryLedger;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;

/// Ledgers that somebody has tampered with, or that a broken node wrote.
final class LedgerAuditTest {

    private static final UserId ANN = new UserId(new UUID(1, 1));
    private static final EventId EVENT = EventId.of(1, 1);
    private static final StreamId STREAM = StreamId.of(EVENT);
    private static final Key KEY = new Key("user:" + ANN);
    private static final long NONE = Long.MAX_VALUE;
    private static final long UNTIL = 61_000;

    private final InMemoryLedger ledger = new InMemoryLedger(InstantSource.system());

    @BeforeEach
    void listTheEvent() {
        append(StreamId.CATALOG, NONE, List.of(), new EventListed(at(1000), event("A")));
    }

    @Test
    void a_ledger_that_a_sound_node_wrote_is_sound() {
        append(STREAM, UNTIL, List.of(), opened(), held(1));
        append(STREAM, NONE, List.of(KEY), reserved(1));
        Findings findings = LedgerAudit.of(ledger);
        assertEquals(List.of(), findings.problems());
        String report = report(findings);
        assertTrue(report.contains("events    1 listed, 1 with entries"), report);
        assertTrue(report.contains("entries   3 in 2 streams"), report);
        assertTrue(report.contains("facts     1 SeatsHeld"), report);
        assertTrue(report.contains("seats     1 reserved"), report);
        assertTrue(report.contains("seats     9 available"), report);
        assertTrue(report.endsWith("every promise holds" + System.lineSeparator()), report);
    }

    @Test
    void an_empty_ledger_is_sound() {
        InMemoryLedger empty = new InMemoryLedger(InstantSource.system());
        assertEquals(List.of(), LedgerAudit.of(empty).problems());
    }

    @Test
    void a_seat_that_two_hold_is_a_problem() {
        append(STREAM, UNTIL, List.of(), opened(), held(1));
        append(STREAM, UNTIL, List.of(), held(1));
        findsOne("after entry 1: ");
    }

    @Test
    void a_stream_that_the_catalog_does_not_list_is_a_problem() {
        EventId other = EventId.of(2, 2);
        append(StreamId.of(other), NONE, List.of(), new EventOpened(at(1000), event("B")));
        findsOne("the catalog does not list it");
    }

    @Test
    void an_event_that_was_opened_as_another_is_a_problem() {
        append(STREAM, NONE, List.of(), new EventOpened(at(1000), event("B")));
        findsOne("opened as another event");
    }

    @Test
    void a_deadline_that_was_not_filed_is_a_problem() {
        append(STREAM, NONE, List.of(), opened(), held(1));
        findsOne("is due at 61000, but filed as due at null");
    }

    @Test
    void a_deadline_that_nothing_is_due_at_is_a_problem() {
        append(STREAM, UNTIL, List.of(), opened());
        findsOne("is due at null, but filed as due at 61000");
    }

    @Test
    void an_owner_whose_key_was_not_filed_is_a_problem() {
        append(STREAM, UNTIL, List.of(), opened(), held(1));
        append(STREAM, NONE, List.of(), reserved(1));
        findsOne("but is filed at []");
    }

    @Test
    void time_that_runs_backwards_is_a_problem() {
        append(STREAM, NONE, List.of(), new EventOpened(at(2000), event("A")));
        append(STREAM, UNTIL, List.of(), held(1));
        findsOne("time runs backwards");
    }

    @Test
    void a_snapshot_that_says_something_else_is_a_problem() {
        Position at = append(STREAM, UNTIL, List.of(), opened(), held(1));
        ledger.snapshots().store(new Snapshot(STREAM, at, List.of(opened(), held(2))));
        findsOne("the snapshot of entry 1 is wrong");
    }

    private void findsOne(String problem) {
        List<String> problems = LedgerAudit.of(ledger).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.getFirst().contains(problem), problems.toString());
    }

    private Position append(StreamId stream, long deadline, List<Key> keys, Fact... facts) {
        Position follows = ledger.heads().of(stream);
        Append append =
                new Append(
                        stream,
                        follows,
                        follows.version() + 7,
                        List.of(facts),
                        keys,
                        deadline,
                        Long.MAX_VALUE);
        ledger.append(List.of(append)).toCompletableFuture().join();
        return ledger.heads().of(stream);
    }

    private static Fact opened() {
        return new EventOpened(at(1000), event("A"));
    }

    private static Fact held(int seat) {
        return new SeatsHeld(at(1000), ANN, SeatSet.of(seat), UNTIL);
    }

    private static Fact reserved(int seat) {
        return new SeatsReserved(at(1000), ANN, SeatSet.of(seat), null);
    }

    private static Cause at(long millis) {
        return Cause.of(millis, ANN, "test");
    }

    private static EventDefinition event(String name) {
        return new EventDefinition(
                EVENT, EventDetails.of(name, Policy.DEFAULT), Plan.plain(10), Instant.EPOCH);
    }

    private static String report(Findings findings) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        findings.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
