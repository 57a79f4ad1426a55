package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;
import static usher.engine.TestNode.STREAM;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.EventId;
import usher.domain.StateMachine;
import usher.domain.seating.SeatStatus;
import usher.engine.HandLedger.Write;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// A ledger that does not answer as one would like.
class LedgerTroubleTest {

    private static final Outcome UNKNOWN = new Outcome.Unknown("the connection broke");
    private static final Outcome FULL = new Outcome.Unavailable("the disk is full");

    private final TestNode node = TestNode.alone();

    @Test
    void an_entry_whose_end_is_unknown_is_appended_again_as_it_is() {
        Write first = stoppedWrite();
        first.endAs(UNKNOWN);
        Write again = node.nextWrite();
        assertEquals(first.appends(), again.appends());
        again.arrive();
        node.run();
        assertEquals(1, node.entries().size());
    }

    @Test
    void if_it_was_written_the_conflict_shows_its_own_id_and_that_is_success() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        node.ledger.nextWrite().arriveUnheard();
        node.run();
        assertTrue(ann.isOpen());
        node.nextWrite().arrive();
        node.run();
        assertEquals(List.of(1), ann.heldSeats());
        assertEquals(0, node.racesLost);
        assertEquals(node.entries(), node.published);
    }

    @Test
    void others_may_have_followed_it_meanwhile() {
        TestNode first = TestNode.first();
        TestNode second = first.another();
        first.ledger.stopWrites();
        Told ann = first.hold(ANN, 1);
        first.run();
        first.ledger.nextWrite().arriveUnheard();
        first.run();
        Told bob = second.hold(BOB, 2);
        second.run();
        first.ledger.letWrites();
        first.pass(10, second);
        assertEquals(List.of(1), ann.heldSeats());
        assertEquals(List.of(2), bob.heldSeats());
        assertEquals(SeatStatus.HELD, first.status(2));
    }

    @Test
    void meanwhile_nothing_else_is_decided() {
        stoppedWrite().endAs(UNKNOWN);
        node.run();
        Told bob = node.hold(BOB, 1);
        node.nextWrite().endAs(UNKNOWN);
        node.run();
        assertTrue(bob.isOpen());
        node.ledger.letWrites();
        node.pass(200);
        assertFalse(bob.isOpen());
    }

    @Test
    void a_refusal_after_an_unknown_end_proves_nothing() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        node.ledger.nextWrite().arriveUnheard();
        node.nextWrite().endAs(FULL);
        node.run();
        assertTrue(ann.isOpen());
        node.nextWrite().arrive();
        node.run();
        assertEquals(List.of(1), ann.heldSeats());
    }

    @Test
    void who_waits_for_too_long_for_an_unknown_end_is_told_that_it_is_unknown() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        Told bob = node.hold(BOB, 2);
        node.run();
        node.ledger.nextWrite().arriveUnheard();
        while (ann.isOpen()) node.nextWrite().endAs(UNKNOWN);
        ann.isUnavailable(true);
        bob.isOverloaded();
        node.nextWrite().arrive();
        node.run();
        assertEquals(SeatStatus.HELD, node.status(1));
    }

    @Test
    void who_only_looks_is_not_kept_waiting_for_a_ledger_that_is_gone() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        List<Result> told = new ArrayList<>();
        node.engine.read(STREAM, Reading.of(state -> state, _ -> {}, told::add));
        for (int i = 0; i < 3; i++) node.nextWrite().endAs(UNKNOWN);
        node.run();
        assertEquals(List.of(), told);
        node.nextWrite().endAs(UNKNOWN);
        node.run();
        assertInstanceOf(Result.Unavailable.class, told.getFirst());
        assertTrue(ann.isOpen());
    }

    @Test
    void what_is_refused_is_taken_back_and_said() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        node.ledger.nextWrite().endAs(FULL);
        node.run();
        ann.isUnavailable(false);
        assertEquals(SeatStatus.AVAILABLE, node.status(1));
        node.ledger.letWrites();
        Told bob = node.hold(BOB, 1);
        node.run();
        assertEquals(List.of(1), bob.heldSeats());
    }

    @Test
    void a_decision_that_comes_too_late_is_made_again_at_a_later_time() {
        Write late = stoppedWrite();
        long decided = late.appends().getFirst().facts().getFirst().cause().atMillis();
        node.pass(TestNode.SETTINGS.acceptWithinMillis() + 1);
        late.arrive();
        node.run();
        Write again = node.ledger.nextWrite();
        assertTrue(
                again.appends().getFirst().facts().getFirst().cause().atMillis()
                        > decided + TestNode.SETTINGS.acceptWithinMillis());
    }

    @Test
    void a_ledger_that_fell_back_makes_the_node_read_again() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        Told bob = node.hold(BOB, 2);
        node.run();
        node.ledger.nextWrite().endAs(new Outcome.Rewound(Position.START));
        node.ledger.letWrites();
        node.run();
        ann.isUnavailable(false);
        assertEquals(1, node.rewindings);
        assertEquals(List.of(2), bob.heldSeats());
    }

    @Test
    void even_the_catalog_can_be_read_again() {
        node.ledger.stopWrites();
        node.list(EventId.of(3, 3), null);
        node.run();
        node.ledger.nextWrite().endAs(new Outcome.Rewound(Position.START));
        node.run();
        node.ledger.letWrites();
        Told bob = node.hold(BOB, 2);
        node.run();
        assertEquals(List.of(2), bob.heldSeats());
        assertNull(node.host.fatal());
    }

    @Test
    void an_event_that_cannot_be_read_is_unavailable_and_read_again_by_the_next() {
        TestNode other = node.another();
        other.ledger.setReadable(false);
        Told ann = other.hold(ANN, 1);
        other.run();
        ann.isUnavailable(false);
        other.ledger.setReadable(true);
        Told bob = other.hold(BOB, 1);
        other.run();
        assertEquals(List.of(1), bob.heldSeats());
    }

    @Test
    void who_asks_for_an_event_while_the_catalog_cannot_be_read_is_not_told_that_there_is_none() {
        TestNode shared = TestNode.first();
        shared.ledger.setReadable(false);
        StreamId nowhere = StreamId.of(EventId.of(9, 9));
        Ask ask =
                _ -> {
                    throw new AssertionError("decided");
                };
        Told told = shared.ask(nowhere, false, ask);
        shared.run();
        told.isUnavailable(false);
        shared.ledger.setReadable(true);
        told = shared.ask(nowhere, false, ask);
        shared.run();
        assertEquals(new Result.EventNotFound(), told.result());
    }

    @Test
    void an_append_that_breaks_its_own_promise_ends_the_process() {
        stoppedWrite().breakOff(new IllegalStateException("no outcome"));
        node.run();
        assertNotNull(node.host.fatal());
        node.hold(BOB, 3).isOverloaded();
    }

    @Test
    void a_history_that_contradicts_itself_ends_the_process_and_nothing_is_done_any_more() {
        TestNode first = TestNode.first();
        TestNode second = first.another();
        first.hold(ANN, 1);
        first.run();
        second.look(StateMachine::version);
        first.hold(ANN, 2);
        first.run();
        Entry twice = first.entries().getLast();
        first.memory.append(
                List.of(
                        new Append(
                                STREAM,
                                twice.position(),
                                77,
                                twice.facts(),
                                List.of(),
                                Long.MAX_VALUE,
                                Long.MAX_VALUE)));
        second.run();
        assertNotNull(second.host.fatal());
        second.hold(BOB, 5).isOverloaded();
    }

    private Write stoppedWrite() {
        node.ledger.stopWrites();
        node.hold(ANN, 1);
        node.run();
        return node.ledger.nextWrite();
    }
}
