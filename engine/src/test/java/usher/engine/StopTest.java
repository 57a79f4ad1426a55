package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import usher.domain.IdempotencyKey;
import usher.ledger.Outcome;

/// A graceful end.
class StopTest {

    private static final EngineSettings FORGETFUL =
            new EngineSettings(64, 8, 16, 5_000, 2_000, 4, 200, 3);

    private final TestNode node = TestNode.alone();

    @Test
    void all_that_was_taken_is_answered_and_nothing_else_is_taken() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        Told bob = node.hold(BOB, 2);
        CompletableFuture<Void> stopped = stop();
        Told late = node.hold(BOB, 3);
        node.run();
        late.isOverloaded();
        assertFalse(stopped.isDone());
        node.ledger.letWrites();
        node.run();
        assertTrue(stopped.isDone());
        assertEquals(List.of(1), ann.heldSeats());
        assertEquals(List.of(2), bob.heldSeats());
    }

    @Test
    void who_waits_for_an_event_to_be_read_is_answered() {
        TestNode other = node.another();
        other.host.block();
        Told ann = other.hold(ANN, 1);
        other.run();
        CompletableFuture<Void> stopped = other.engine.stop().toCompletableFuture();
        other.run();
        assertFalse(stopped.isDone());
        other.host.unblock();
        assertEquals(List.of(1), ann.heldSeats());
        assertTrue(stopped.isDone());
    }

    @Test
    void who_waits_for_an_old_answer_is_answered() {
        IdempotencyKey once = new IdempotencyKey(1, 2, 3);
        node.hold(ANN, once, 1);
        node.run();
        node.host.block();
        Told again = node.hold(ANN, once, 1);
        node.run();
        CompletableFuture<Void> stopped = stop();
        node.run();
        assertFalse(stopped.isDone());
        node.host.unblock();
        assertEquals(List.of(1), again.heldSeats());
        assertTrue(stopped.isDone());
    }

    @Test
    void an_entry_whose_end_is_unknown_is_waited_for_until_its_callers_were_told() {
        node.ledger.stopWrites();
        Told ann = node.hold(ANN, 1);
        node.run();
        CompletableFuture<Void> stopped = stop();
        while (!stopped.isDone()) {
            if (node.ledger.hasWrite()) {
                node.ledger.nextWrite().endAs(new Outcome.Unknown("no reply"));
            }
            node.pass(1);
        }
        ann.isUnavailable(true);
    }

    @Test
    void after_the_end_nothing_is_written() {
        TestNode node = TestNode.alone(FORGETFUL);
        node.hold(ANN, 1);
        node.run();
        CompletableFuture<Void> stopped = node.engine.stop().toCompletableFuture();
        node.run();
        assertTrue(stopped.isDone());
        int written = node.ledger.written();
        node.pass(TestNode.HOLD_MILLIS + 2_000);
        assertEquals(written, node.ledger.written());
        assertEquals(0, node.host.timers());
    }

    private CompletableFuture<Void> stop() {
        return node.engine.stop().toCompletableFuture();
    }
}
