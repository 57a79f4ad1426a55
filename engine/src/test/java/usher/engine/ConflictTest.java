package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;
import static usher.engine.TestNode.BOB;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.EventId;
import usher.domain.Refusal;
import usher.domain.StateMachine;
import usher.domain.catalog.Catalog;
import usher.ledger.StreamId;

/// Two nodes on one event.
class ConflictTest {

    private final TestNode first = TestNode.first();
    private final TestNode second = first.another();

    @Test
    void who_loses_the_race_takes_back_catches_up_and_decides_again() {
        first.hold(ANN, 9);
        first.run();
        second.hold(BOB, 8);
        second.run();
        second.ledger.stopWrites();
        Told taken = second.hold(BOB, 1);
        Told free = second.hold(BOB, 2);
        second.run();
        first.hold(ANN, 1);
        first.run();
        second.ledger.letWrites();
        second.run();
        assertEquals(1, second.racesLost);
        taken.isRefused(Refusal.SEAT_UNAVAILABLE);
        assertEquals(List.of(2), free.heldSeats());
        theyAgree();
    }

    @Test
    void two_nodes_may_both_be_the_first_to_touch_an_event() {
        second.ledger.stopWrites();
        Told bob = second.hold(BOB, 2);
        second.run();
        Told ann = first.hold(ANN, 1);
        first.run();
        second.ledger.letWrites();
        second.run();
        assertEquals(List.of(1), ann.heldSeats());
        assertEquals(List.of(2), bob.heldSeats());
        assertEquals(1, second.racesLost);
        theyAgree();
    }

    @Test
    void a_node_hears_what_another_appends() {
        first.hold(ANN, 1);
        first.run();
        second.hold(BOB, 2);
        second.run();
        first.run();
        assertEquals(2, first.published.size());
        assertEquals(first.entries(), first.published);
        assertEquals(first.entries().subList(1, 2), second.published);
        theyAgree();
    }

    @Test
    void what_no_signal_told_is_found_by_the_slow_look() {
        first.hold(ANN, 1);
        first.run();
        second.look(StateMachine::version);
        first.host.block();
        second.hold(BOB, 2);
        second.run();
        first.host.unblock();
        first.pass(1_100, second);
        theyAgree();
    }

    @Test
    void who_keeps_losing_tries_again_and_again_until_it_is_his_turn() {
        second.ledger.stopWrites();
        Told bob = second.hold(BOB, 20);
        second.run();
        for (int seat = 1; seat <= 10; seat++) {
            first.hold(ANN, seat);
            first.run();
            second.nextWrite().arrive();
            second.run();
        }
        assertTrue(bob.isOpen());
        assertEquals(10, second.racesLost);
        second.nextWrite().arrive();
        second.run();
        assertEquals(List.of(20), bob.heldSeats());
    }

    @Test
    void who_lost_a_race_lets_all_come_back_before_he_writes_again() {
        loseWithTwoCallers();
        Told early = second.hold(BOB, 3);
        second.run();
        assertTrue(early.isOpen());
        Told late = second.hold(BOB, 4);
        second.run();
        assertEquals(List.of(3), early.heldSeats());
        assertEquals(List.of(4), late.heldSeats());
        assertEquals(2, second.entries().getLast().facts().size());
    }

    @Test
    void who_does_not_come_back_is_not_waited_for_long() {
        loseWithTwoCallers();
        Told alone = second.hold(BOB, 3);
        second.run();
        assertTrue(alone.isOpen());
        second.pass(1, first);
        assertEquals(List.of(3), alone.heldSeats());
    }

    private void loseWithTwoCallers() {
        first.hold(ANN, 9);
        first.run();
        second.hold(BOB, 8);
        second.run();
        second.ledger.stopWrites();
        second.hold(BOB, 1);
        second.hold(BOB, 2);
        second.run();
        first.hold(ANN, 5);
        first.run();
        second.ledger.letWrites();
        second.run();
        assertEquals(1, second.racesLost);
    }

    @Test
    void an_event_that_another_node_listed_is_found_at_once() {
        EventId news = EventId.of(5, 5);
        second.ledger.becomeDeaf();
        first.list(news, null);
        first.run();
        second.engine.read(
                StreamId.of(news),
                Reading.of(
                        StateMachine::version,
                        version -> assertEquals(0, version),
                        why -> {
                            throw new AssertionError(why);
                        }));
        second.run();
    }

    @Test
    void who_wants_the_latest_sees_what_no_signal_told() {
        second.ledger.becomeDeaf();
        EventId news = EventId.of(5, 5);
        first.list(news, null);
        first.run();
        List<Boolean> known = new ArrayList<>();
        Reading<Boolean> reading =
                Reading.of(
                        state -> ((Catalog) state).find(news) != null,
                        known::add,
                        why -> {
                            throw new AssertionError(why);
                        });
        second.engine.read(StreamId.CATALOG, reading);
        second.run();
        second.engine.readLatest(StreamId.CATALOG, reading);
        second.run();
        assertEquals(List.of(false, true), known);
    }

    private void theyAgree() {
        first.run();
        second.run();
        assertEquals(first.look(StateMachine::stateHash), second.look(StateMachine::stateHash));
    }
}
