package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.engine.TestNode.ANN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListingChanged;
import usher.domain.event.ChangeStatus;
import usher.domain.event.EventStatus;
import usher.domain.event.ListingConfirmed;
import usher.ledger.Entry;
import usher.ledger.Outcome;
import usher.ledger.StreamId;

/// The list of events follows what the events' own streams say, whatever happens on the way.
class ListingsTest {

    /// After this a node has looked at what is due in the ledger.
    private static final long SCAN_MILLIS = 1_100;

    @Test
    void the_list_follows_at_once() {
        TestNode node = TestNode.alone();

        take(node, EventStatus.INACTIVE);
        node.run();

        assertEquals(EventStatus.INACTIVE, listed(node));
        assertEquals(1, changes(node));
        assertEquals(1, confirmations(node));
    }

    @Test
    void a_crash_before_the_list_is_written_is_made_up_for() {
        TestNode dead = TestNode.first();
        dead.ledger.stopWrites();
        take(dead, EventStatus.INACTIVE);
        dead.nextWrite().arrive();

        TestNode node = dead.another();
        node.pass(SCAN_MILLIS);

        assertEquals(EventStatus.INACTIVE, listed(node));
        assertEquals(1, confirmations(node));
    }

    @Test
    void a_crash_before_the_list_is_confirmed_is_made_up_for_without_listing_it_twice() {
        TestNode dead = TestNode.first();
        dead.ledger.stopWrites();
        take(dead, EventStatus.INACTIVE);
        dead.nextWrite().arrive();
        dead.nextWrite().arrive();

        TestNode node = dead.another();
        node.pass(SCAN_MILLIS);

        assertEquals(1, changes(node));
        assertEquals(1, confirmations(node));
    }

    @Test
    void what_the_ledger_refuses_is_tried_again() {
        TestNode node = TestNode.alone();
        node.ledger.stopWrites();
        take(node, EventStatus.INACTIVE);
        node.nextWrite().arrive();
        node.nextWrite().endAs(new Outcome.Unavailable("the disk is full"));
        node.ledger.letWrites();

        node.pass(SCAN_MILLIS);

        assertEquals(EventStatus.INACTIVE, listed(node));
        assertEquals(1, confirmations(node));
    }

    @Test
    void several_changes_end_in_the_last() {
        TestNode node = TestNode.alone();
        take(node, EventStatus.INACTIVE);
        take(node, EventStatus.ACTIVE);
        take(node, EventStatus.CANCELLED);
        node.pass(SCAN_MILLIS);

        assertEquals(EventStatus.CANCELLED, listed(node));
    }

    @Test
    void two_nodes_list_a_change_once() {
        TestNode first = TestNode.first();
        TestNode second = first.another();
        second.look(office -> office.event().status());

        take(first, EventStatus.INACTIVE);
        first.pass(SCAN_MILLIS, second);

        assertEquals(1, changes(first));
        assertEquals(1, confirmations(first));
        assertEquals(EventStatus.INACTIVE, listed(second));
    }

    private static void take(TestNode node, EventStatus status) {
        Told unused =
                node.ask(
                        TestNode.STREAM,
                        false,
                        at -> new ChangeStatus(Cause.of(at, ANN, "test-" + status), status));
    }

    /// What the list says of the event, as this node shows it.
    private static EventStatus listed(TestNode node) {
        List<EventStatus> seen = new ArrayList<>();
        node.engine.read(
                StreamId.CATALOG,
                Reading.of(
                        state -> ((Catalog) state).soonestFirst().getFirst().now().status(),
                        seen::add,
                        why -> {
                            throw new AssertionError(why);
                        }));
        node.run();
        return seen.getFirst();
    }

    private static long changes(TestNode node) {
        return node.memory.read(StreamId.CATALOG, 0, Integer.MAX_VALUE).stream()
                .map(Entry::facts)
                .flatMap(List::stream)
                .filter(ListingChanged.class::isInstance)
                .count();
    }

    private static long confirmations(TestNode node) {
        return node.entries().stream()
                .map(Entry::facts)
                .flatMap(List::stream)
                .filter(ListingConfirmed.class::isInstance)
                .count();
    }
}
