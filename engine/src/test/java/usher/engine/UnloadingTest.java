package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;
import static usher.engine.TestNode.STREAM;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.BoxOffice;
import usher.domain.Refusal;
import usher.domain.StateMachine;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;

/// Events come and go; what others see of them stays as it is.
class UnloadingTest {

    private static final EngineSettings FORGETFUL =
            new EngineSettings(64, 8, 16, 5_000, 2_000, 4, 200, 3);

    @Test
    void an_idle_event_is_forgotten_and_read_again() {
        TestNode node = TestNode.alone(FORGETFUL);
        node.hold(ANN, 1);
        node.run();
        long hash = node.look(StateMachine::stateHash);
        node.pass(400);
        assertNull(node.engine.streams().find(STREAM));
        assertEquals(hash, node.look(StateMachine::stateHash));
        assertNotNull(node.engine.streams().find(STREAM));
    }

    @Test
    void an_event_that_is_busy_is_not_forgotten() {
        TestNode node = TestNode.alone(FORGETFUL);
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        node.pass(400);
        node.ledger.letWrites();
        node.run();
        assertEquals(List.of(1), ann.heldSeats());
    }

    @Test
    void who_waits_too_long_for_an_event_to_be_read_is_told_to_come_again() {
        TestNode node = TestNode.alone().another();
        node.host.block();
        Told ann = node.hold(ANN, 1);
        node.pass(1_000);
        Told bob = node.hold(BOB, 2);
        node.pass(5_000);
        ann.isOverloaded();
        assertTrue(bob.isOpen());
        node.host.unblock();
        assertEquals(List.of(2), bob.heldSeats());
    }

    @Test
    void a_snapshot_is_stored_after_so_many_facts_and_read_instead_of_them() {
        TestNode node = TestNode.alone(FORGETFUL);
        for (int seat = 1; seat <= 6; seat++) {
            node.hold(ANN, seat);
            node.run();
        }
        assertNotNull(node.memory.snapshots().latest(STREAM));
        long hash = node.look(StateMachine::stateHash);
        assertEquals(hash, node.another().look(StateMachine::stateHash));
        Loader.Loaded loaded =
                new Loader(node.memory, 3)
                        .load(STREAM, new BoxOffice(TestNode.event(TestNode.EVENT)));
        assertEquals(6, loaded.position().version());
        assertTrue(loaded.factsRead() < 6);
    }

    @Test
    void a_snapshot_of_another_history_is_not_read() {
        TestNode node = TestNode.alone();
        node.hold(ANN, 1);
        node.run();
        Position elsewhere = new Position(1, node.entries().getFirst().position().id() + 1);
        node.memory.snapshots().store(new Snapshot(STREAM, elsewhere, List.of()));
        assertEquals(SeatStatus.HELD, node.another().status(1));
    }

    @Test
    void asks_that_come_while_it_is_read_are_answered_in_their_order() {
        TestNode node = TestNode.alone(FORGETFUL).another();
        node.host.block();
        Told ann = node.hold(ANN, 1);
        Told bob = node.hold(BOB, 1);
        node.run();
        assertTrue(ann.isOpen());
        node.host.unblock();
        assertEquals(List.of(1), ann.heldSeats());
        bob.isRefused(Refusal.SEAT_UNAVAILABLE);
    }

    @Test
    void a_view_is_of_one_version_and_never_changes() {
        TestNode node = TestNode.alone();
        node.hold(ANN, 1);
        node.run();
        States before = states(node);
        assertSame(before, states(node));
        node.hold(ANN, 2);
        node.run();
        States after = states(node);
        assertEquals(SeatStatus.AVAILABLE, before.of(2));
        assertEquals(SeatStatus.HELD, after.of(2));
        assertEquals(before.version() + 1, after.version());
    }

    @Test
    void nobody_sees_what_is_not_durable() {
        TestNode node = TestNode.alone();
        node.hold(ANN, 1);
        node.run();
        node.ledger.stopWrites();
        node.hold(ANN, 2);
        node.run();
        List<States> seen = new ArrayList<>();
        node.engine.states(STREAM, seen::add, _ -> {});
        node.run();
        assertEquals(List.of(), seen);
        node.ledger.nextWrite().endAs(new Outcome.Unavailable("the disk is full"));
        node.run();
        assertEquals(SeatStatus.AVAILABLE, seen.getFirst().of(2));
    }

    private static States states(TestNode node) {
        List<States> seen = new ArrayList<>();
        node.engine.states(STREAM, seen::add, _ -> {});
        node.run();
        return seen.getFirst();
    }
}
