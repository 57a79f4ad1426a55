package usher.engine.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.relay.RelayNode.ONE;
import static usher.engine.relay.RelayNode.TWO;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What became true reaches its destination: at least once, each stream in order, whatever happens
/// to the destination, to the ledger, and to the node that relays.
class RelaysTest {

    private static final int LEASE_MILLIS = 15_000;
    private static final int RENEW_MILLIS = 5_000;
    private static final int SCAN_MILLIS = 5_000;
    private static final int STORE_MILLIS = 500;
    private static final int RETRY_MILLIS_MAX = 30_000;

    private final HandDestination there = new HandDestination();
    private final RelayNode node = RelayNode.first();

    @AfterEach
    void nothing_was_broken() {
        assertNull(node.host.fatal());
    }

    @Test
    void what_is_appended_arrives_at_once_and_in_order() {
        node.to(there);

        for (int i = 0; i < 5; i++) node.append(ONE, 1);

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), there.versions(ONE));
    }

    @Test
    void what_was_appended_before_arrives_too() {
        for (int i = 0; i < 700; i++) node.append(ONE, 1);

        node.to(there);

        assertEquals(700, there.versions(ONE).size());
        assertEquals(700, there.versions(ONE).getLast());
    }

    @Test
    void a_route_may_begin_at_a_moment() {
        node.append(ONE, 1);
        node.append(ONE, 1);
        node.pass(10);
        long since = node.clock.millis();
        node.append(ONE, 1);
        node.append(TWO, 1);

        node.to("there", since, there);

        assertEquals(List.of(3L), there.versions(ONE));
        assertEquals(List.of(1L), there.versions(TWO));
    }

    @Test
    void nothing_comes_twice_while_all_is_well() {
        node.to(there);
        node.append(ONE, 2);
        node.pass(3 * SCAN_MILLIS);
        node.append(ONE, 1);
        node.append(TWO, 1);
        node.pass(3 * SCAN_MILLIS);

        assertEquals(List.of(1L, 2L), there.versions(ONE));
        assertEquals(List.of(1L), there.versions(TWO));
    }

    @Test
    void a_signal_that_got_lost_is_made_up_for() {
        node.becomeDeaf();
        node.to(there);
        node.append(ONE, 1);
        assertEquals(List.of(), there.versions(ONE));

        node.pass(SCAN_MILLIS + 10);

        assertEquals(List.of(1L), there.versions(ONE));
    }

    @Test
    void a_stream_that_moves_while_it_is_sent_goes_on() {
        there.await();
        node.to(there);
        node.append(ONE, 1);
        node.append(ONE, 1);
        assertEquals(1, there.waiting());

        there.arrive();
        node.host.run();
        there.arrive();
        node.host.run();

        assertEquals(List.of(1L, 2L), there.versions(ONE));
    }

    @Test
    void no_more_facts_of_a_stream_are_under_way_than_the_destination_wants() {
        there.await();
        node.append(ONE, 2);
        node.append(ONE, 1);
        node.append(ONE, 1);
        node.append(ONE, 9);
        node.to(there);

        there.arrive();
        node.host.run();
        assertEquals(List.of(1L, 2L), there.versions(ONE));
        there.arrive();
        node.host.run();
        assertEquals(List.of(1L, 2L, 3L), there.versions(ONE));
        there.arrive();
        assertEquals(List.of(1L, 2L, 3L, 4L), there.versions(ONE));
    }

    @Test
    void an_entry_that_is_not_taken_holds_up_its_own_stream_only() {
        there.refuse(ONE);
        node.to(there);
        node.append(ONE, 1);
        node.append(ONE, 1);
        node.append(TWO, 1);
        node.append(TWO, 1);

        assertEquals(List.of(), there.versions(ONE));
        assertEquals(List.of(1L, 2L), there.versions(TWO));
        node.pass(STORE_MILLIS);
        assertEquals(1, node.standing().heldUp());

        there.takeAll();
        node.pass(RETRY_MILLIS_MAX);
        assertEquals(List.of(1L, 2L), there.versions(ONE));
    }

    @Test
    void who_is_not_taken_waits_longer_each_time_and_is_told_how_often() {
        there.refuse(ONE);
        node.to(there);
        node.append(ONE, 1);

        node.pass(100_000);

        int tries = there.attempts().size();
        assertTrue(tries >= 6 && tries <= 12, "tried %d times".formatted(tries));
        for (int i = 0; i < tries; i++) assertEquals(i, there.attempts().get(i));
    }

    @Test
    void a_destination_that_is_away_is_caught_up_when_it_is_back() {
        node.to(there);
        node.append(ONE, 1);
        there.goAway();
        for (int i = 0; i < 20; i++) {
            node.append(ONE, 1);
            node.append(TWO, 1);
            node.pass(1_000);
        }
        assertEquals("nobody is there", node.standing().trouble());
        assertEquals(2, node.standing().behind());
        int tries = there.attempts().size();
        assertTrue(tries < 20, "it was tried %d times".formatted(tries));

        there.takeAll();
        node.pass(RETRY_MILLIS_MAX + STORE_MILLIS);

        assertEquals(21, there.versions(ONE).size());
        assertEquals(20, there.versions(TWO).size());
        assertNull(node.standing().trouble());
        assertEquals(0, node.standing().behind());
    }

    @Test
    void what_arrived_without_a_receipt_comes_again() {
        node.to(there);
        there.becomeMute();
        node.append(ONE, 1);
        there.takeAll();
        node.pass(RETRY_MILLIS_MAX);

        assertEquals(List.of(1L, 1L), there.versions(ONE));
    }

    @Test
    void a_destination_that_makes_a_mistake_is_asked_again() {
        node.to(
                (entries, attempt) -> {
                    if (attempt < 2) throw new IllegalStateException("on purpose");
                    return there.send(entries, attempt);
                });
        node.append(ONE, 1);
        node.pass(10_000);

        assertEquals(List.of(1L), there.versions(ONE));
    }

    @Test
    void after_a_crash_another_node_goes_on_from_what_was_stored() {
        node.to(there);
        node.append(ONE, 1);
        node.pass(STORE_MILLIS);
        node.append(ONE, 1);

        RelayNode next = node.another("second").to(there);
        next.append(ONE, 1);
        assertEquals(List.of(1L, 2L), there.versions(ONE), "the first may still live");
        next.pass(LEASE_MILLIS + RENEW_MILLIS);

        assertEquals(List.of(1L, 2L, 2L, 3L), there.versions(ONE));
    }

    @Test
    void who_stops_hands_over_at_once_and_nothing_comes_twice() {
        node.to(there);
        node.append(ONE, 1);
        RelayNode next = node.another("second").to(there);

        assertTrue(stopped(node));
        node.append(ONE, 1);
        next.pass(RENEW_MILLIS);

        assertEquals(List.of(1L, 2L), there.versions(ONE));
    }

    @Test
    void of_two_nodes_one_relays() {
        RelayNode other = node.another("second");
        node.to(there);
        other.to(there);

        node.append(ONE, 1);
        other.host.run();
        node.pass(4 * LEASE_MILLIS, other);
        node.append(ONE, 1);
        other.host.run();

        assertEquals(List.of(1L, 2L), there.versions(ONE));
        assertTrue(other.relays.standings().isEmpty());
    }

    @Test
    void who_stood_still_for_too_long_does_not_move_what_another_has_moved() {
        node.to(there);
        node.append(ONE, 1);
        RelayNode other = node.another("second").to(there);
        other.pass(LEASE_MILLIS + RENEW_MILLIS);
        other.append(ONE, 1);
        other.pass(STORE_MILLIS);

        node.append(ONE, 1);
        node.pass(3 * LEASE_MILLIS, other);

        assertEquals(3, there.versions(ONE).getLast());
        String note = String.valueOf(node.memory.notes().find(Cursors.name(ONE)));
        assertTrue(note.contains("there=3"), note);
        assertTrue(node.relays.standings().isEmpty(), "two nodes relay");
        assertNull(other.host.fatal());
    }

    @Test
    void a_ledger_that_is_gone_for_a_while_changes_nothing() {
        node.to(there);
        node.append(ONE, 1);
        node.cutOff();
        node.append(ONE, 1);
        node.pass(2 * LEASE_MILLIS);
        node.reconnect();
        node.pass(2 * LEASE_MILLIS);
        node.append(ONE, 1);

        assertEquals(3, there.versions(ONE).getLast());
        assertTrue(there.versions(ONE).containsAll(List.of(1L, 2L, 3L)));
    }

    @Test
    void each_route_goes_at_its_own_pace() {
        HandDestination slow = new HandDestination();
        slow.await();
        node.to("slow", 0, slow).to(there);
        for (int i = 0; i < 10; i++) node.append(ONE, 1);

        assertEquals(10, there.versions(ONE).size());
        assertEquals(0, slow.versions(ONE).size());
        node.pass(STORE_MILLIS);
        assertEquals("slow=0 there=10", note());
    }

    @Test
    void a_route_that_was_removed_gets_nothing_more_and_is_forgotten() {
        HandDestination other = new HandDestination();
        node.to("other", 0, other).to(there);
        node.append(ONE, 1);

        node.relays.remove("other");
        node.append(ONE, 1);
        node.pass(STORE_MILLIS);

        assertEquals(List.of(1L), other.versions(ONE));
        assertEquals("there=2", note());
    }

    @Test
    void a_route_of_an_earlier_life_is_forgotten_when_it_is_removed() {
        node.to("other", 0, new HandDestination()).to(there);
        node.append(ONE, 1);
        node.pass(STORE_MILLIS);
        assertEquals("other=1 there=1", note());

        RelayNode next = node.another("second").to(there);
        next.relays.remove("other");
        next.pass(LEASE_MILLIS + RENEW_MILLIS);
        next.append(ONE, 1);
        next.pass(STORE_MILLIS);

        assertEquals("there=2", note());
    }

    @Test
    void a_route_in_place_of_another_goes_on_where_that_was() {
        node.to(there);
        node.append(ONE, 1);
        HandDestination moved = new HandDestination();

        node.to(moved);
        node.append(ONE, 1);

        assertEquals(List.of(1L), there.versions(ONE));
        assertEquals(List.of(2L), moved.versions(ONE));
    }

    @Test
    void a_stream_that_was_rewound_is_sent_again_and_no_other() {
        node.to(there);
        for (int i = 0; i < 4; i++) node.append(ONE, 1);
        node.append(TWO, 1);
        node.pass(STORE_MILLIS);

        node.another("second").relays.rewind("there", ONE, 2);
        node.pass(SCAN_MILLIS + 10);

        assertEquals(List.of(1L, 2L, 3L, 4L, 3L, 4L), there.versions(ONE));
        assertEquals(List.of(1L), there.versions(TWO));
    }

    @Test
    void a_stream_that_another_route_still_works_at_is_rewound_too() {
        HandDestination other = new HandDestination();
        node.to("other", 0, other).to(there);
        node.append(ONE, 1);
        other.refuse(ONE);
        node.append(ONE, 1);
        node.pass(STORE_MILLIS);

        node.relays.rewind("there", ONE, 0);
        node.pass(2 * SCAN_MILLIS + RENEW_MILLIS);

        assertEquals(List.of(1L, 2L, 1L, 2L), there.versions(ONE));
    }

    private static boolean stopped(RelayNode stopping) {
        boolean[] isStopped = {false};
        var _ = stopping.relays.stop().thenRun(() -> isStopped[0] = true);
        stopping.host.run();
        return isStopped[0];
    }

    private String note() {
        var note = node.memory.notes().find(Cursors.name(ONE));
        return note == null ? "" : note.text();
    }
}
