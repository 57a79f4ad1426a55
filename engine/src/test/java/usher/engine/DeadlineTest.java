package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;
import static usher.engine.TestNode.HOLD_MILLIS;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.Fact;
import usher.domain.SeatSet;
import usher.domain.StateMachine;
import usher.domain.holding.HoldSeats;
import usher.domain.holding.HoldsExpired;
import usher.domain.holding.RefreshHolds;
import usher.ledger.Entry;
import usher.ledger.Outcome;

/// Holds run out although nobody asks.
class DeadlineTest {

    private static final long PROMPT_MILLIS = 100;

    @Test
    void of_an_event_that_is_loaded() {
        TestNode node = TestNode.alone();
        node.hold(ANN, 1, 2);
        node.run();
        node.pass(HOLD_MILLIS - 1);
        assertEquals(0, expiries(node));
        node.pass(PROMPT_MILLIS);
        assertEquals(1, expiries(node));
    }

    @Test
    void of_an_event_that_was_unloaded_meanwhile() {
        TestNode node = TestNode.alone(idleAfter(100));
        node.hold(ANN, 1);
        node.run();
        node.pass(HOLD_MILLIS + PROMPT_MILLIS);
        assertEquals(1, expiries(node));
    }

    @Test
    void of_an_event_that_nobody_has_loaded_since_the_start() {
        TestNode dead = TestNode.first();
        dead.hold(ANN, 1);
        dead.run();
        TestNode node = dead.another();
        node.pass(HOLD_MILLIS + PROMPT_MILLIS);
        assertEquals(1, expiries(node));
    }

    @Test
    void of_an_event_whose_last_entries_this_node_has_missed() {
        TestNode dead = TestNode.first();
        TestNode node = dead.another();
        node.look(StateMachine::version);
        node.ledger.becomeDeaf();
        dead.hold(ANN, 1);
        dead.run();
        node.pass(HOLD_MILLIS + PROMPT_MILLIS);
        assertEquals(1, expiries(node));
    }

    @Test
    void two_nodes_write_it_down_once() {
        TestNode first = TestNode.first();
        TestNode second = first.another();
        first.hold(ANN, 1);
        first.run();
        second.hold(BOB, 2);
        second.run();
        first.pass(HOLD_MILLIS + PROMPT_MILLIS, second);
        assertEquals(1, expiries(first));
    }

    @Test
    void again_if_the_ledger_refused_it() {
        TestNode node = TestNode.alone();
        node.hold(ANN, 1);
        node.run();
        node.ledger.stopWrites();
        node.pass(HOLD_MILLIS);
        node.ledger.nextWrite().endAs(new Outcome.Unavailable("the disk is full"));
        node.ledger.letWrites();
        node.pass(1_100);
        assertEquals(1, expiries(node));
    }

    @Test
    void a_refreshed_hold_runs_out_later() {
        TestNode node = TestNode.alone();
        node.hold(ANN, 1);
        node.run();
        node.pass(HOLD_MILLIS / 2);
        node.ask(
                TestNode.STREAM,
                false,
                at -> new RefreshHolds(Cause.of(at, ANN, "test"), SeatSet.of(1), 0));
        node.run();
        node.pass(HOLD_MILLIS / 2 + PROMPT_MILLIS);
        assertEquals(0, expiries(node));
        node.pass(HOLD_MILLIS / 2);
        assertEquals(1, expiries(node));
    }

    @Test
    void earlier_deadlines_leave_no_timers_behind() {
        TestNode node = TestNode.alone();
        holdsForASecond(node, 10);
        int timers = node.host.timers();
        holdsForASecond(node, 20);
        assertEquals(timers, node.host.timers());
    }

    /// Each time there is a long hold, and then a short one.
    private static void holdsForASecond(TestNode node, int times) {
        for (int i = 0; i < times; i++) {
            node.hold(ANN, 1);
            node.run();
            node.ask(
                    TestNode.STREAM,
                    false,
                    at -> new HoldSeats(Cause.of(at, BOB, "test"), SeatSet.of(2), 1));
            node.pass(1_200);
        }
        node.pass(2 * HOLD_MILLIS);
    }

    private static EngineSettings idleAfter(long millis) {
        return new EngineSettings(64, 8, 16, 5_000, 2_000, 1_000, millis, 3);
    }

    private static long expiries(TestNode node) {
        List<Entry> entries = node.entries();
        return entries.stream()
                .flatMap(entry -> entry.facts().stream())
                .filter((Fact fact) -> fact instanceof HoldsExpired)
                .count();
    }
}
