package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.Refusal;
import usher.ledger.Outcome;

/// When an answer that makes no facts is given.
class RefusalTest {

    @Test
    void on_a_ledger_of_its_own_it_is_given_at_once() {
        TestNode node = TestNode.alone();
        node.hold(ANN, 1);
        node.run();
        node.ledger.stopWrites();
        Told bob = node.hold(BOB, 1);
        Told ann = node.hold(ANN, 1);
        node.run();
        bob.isRefused(Refusal.SEAT_UNAVAILABLE);
        assertEquals(List.of(1), ann.heldSeats());
    }

    @Test
    void it_waits_for_the_facts_that_it_was_decided_on() {
        TestNode node = TestNode.alone();
        node.ledger.stopWrites();
        node.hold(ANN, 1);
        Told bob = node.hold(BOB, 1);
        node.run();
        assertTrue(bob.isOpen());
        node.ledger.nextWrite().arrive();
        node.run();
        bob.isRefused(Refusal.SEAT_UNAVAILABLE);
    }

    @Test
    void if_those_facts_are_not_written_it_is_not_given() {
        TestNode node = TestNode.alone();
        node.ledger.stopWrites();
        node.hold(ANN, 1);
        Told bob = node.hold(BOB, 1);
        node.run();
        node.ledger.nextWrite().endAs(new Outcome.Unavailable("the disk is full"));
        node.run();
        bob.isUnavailable(false);
    }

    @Test
    void on_a_shared_ledger_the_head_is_asked_for_first() {
        TestNode node = TestNode.first();
        TestNode other = node.another();
        node.hold(ANN, 1);
        node.run();
        node.ledger.becomeDeaf();
        other.release(ANN, 1);
        other.run();
        Told bob = node.hold(BOB, 1);
        node.run();
        assertEquals(List.of(1), bob.heldSeats());
    }

    @Test
    void one_question_is_enough_for_a_batch_and_writes_nothing() {
        TestNode node = TestNode.first();
        node.hold(ANN, 1);
        node.run();
        int written = node.ledger.written();
        List<Told> refused = List.of(node.hold(BOB, 1), node.hold(BOB, 1), node.hold(BOB, 1));
        node.run();
        refused.forEach(told -> told.isRefused(Refusal.SEAT_UNAVAILABLE));
        assertEquals(written + 1, node.ledger.written());
        assertEquals(1, node.entries().size());
    }
}
