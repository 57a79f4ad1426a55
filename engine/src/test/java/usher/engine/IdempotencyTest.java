package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.IdempotencyKey;
import usher.domain.Refusal;
import usher.ledger.StreamId;

/// The same request twice is done once, and answered twice alike.
class IdempotencyTest {

    private static final IdempotencyKey ONCE = new IdempotencyKey(1, 2, 3);

    private final TestNode node = TestNode.first();

    @Test
    void a_repeat_is_answered_like_the_first_even_if_things_have_changed_since() {
        Told first = node.hold(ANN, ONCE, 1);
        node.run();
        node.pass(50);
        node.release(ANN, 1);
        node.run();
        node.hold(BOB, 1);
        node.run();
        Told again = node.hold(ANN, ONCE, 1);
        node.run();
        assertEquals(first.result(), again.result());
        assertEquals(3, node.entries().size());
    }

    @Test
    void two_of_them_in_one_batch_are_one() {
        node.ledger.stopWrites();
        Told first = node.hold(ANN, ONCE, 1);
        Told again = node.hold(ANN, ONCE, 1);
        node.run();
        assertTrue(again.isOpen());
        node.ledger.nextWrite().arrive();
        node.run();
        assertEquals(List.of(1), first.heldSeats());
        assertEquals(first.result(), again.result());
        assertEquals(1, node.entries().size());
    }

    @Test
    void another_node_remembers_it_too() {
        Told first = node.hold(ANN, ONCE, 1);
        node.run();
        TestNode other = node.another();
        Told again = other.hold(ANN, ONCE, 1);
        other.run();
        assertEquals(first.result(), again.result());
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        node.hold(ANN, ONCE, 1);
        node.run();
        Told other = node.hold(ANN, new IdempotencyKey(1, 2, 4), 2);
        node.run();
        other.isRefused(Refusal.IDEMPOTENCY_MISMATCH);
    }

    @Test
    void an_event_that_is_listed_twice_under_one_key_keeps_its_first_id() {
        EventId first = EventId.of(6, 6);
        node.list(first, ONCE);
        node.run();
        Told again = node.list(EventId.of(7, 7), ONCE);
        node.run();
        assertEquals(first, assertInstanceOf(Answer.Listed.class, again.answer()).event().id());
        assertEquals(2, node.memory.read(StreamId.CATALOG, 0, 9).size());
    }

    @Test
    void an_answer_that_cannot_be_read_now_is_unavailable_not_lost() {
        node.hold(ANN, ONCE, 1);
        node.run();
        node.ledger.setReadable(false);
        Told again = node.hold(ANN, ONCE, 1);
        node.run();
        again.isUnavailable(false);
    }
}
