package usher.server.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import usher.engine.relay.Receipt;
import usher.ledger.Entry;
import usher.ledger.Position;
import usher.server.rabbitmq.RelayNode.Facts;

/// What is said of entries whose messages are confirmed, returned and lost in any order.
final class ShipmentTest {

    private static final Entry ENTRY =
            new Entry(Facts.event(1), Position.START.next(1), Collections.emptyList());

    private final Shipment shipment = new Shipment(Collections.nCopies(3, ENTRY));
    private final CompletableFuture<Receipt> receipt = shipment.receipt().toCompletableFuture();

    @Test
    void all_have_arrived_when_the_last_message_is_confirmed() {
        publish(0, 0, 1, 2);
        shipment.close(true);
        shipment.confirmed(2);
        shipment.confirmed(0);
        shipment.confirmed(1);
        assertFalse(receipt.isDone());
        shipment.confirmed(0);
        assertEquals(Receipt.all(3), receipt.join());
    }

    @Test
    void confirms_that_come_before_everything_is_published_settle_nothing() {
        publish(0);
        shipment.confirmed(0);
        assertFalse(receipt.isDone());
        publish(1);
        shipment.close(true);
        assertFalse(receipt.isDone());
        shipment.confirmed(1);
        assertEquals(Receipt.all(3), receipt.join());
    }

    @Test
    void entries_of_which_nothing_is_wanted_have_arrived() {
        shipment.close(true);
        assertEquals(Receipt.all(3), receipt.join());
    }

    @Test
    void what_comes_before_one_that_was_not_taken_has_arrived() {
        publish(0, 1, 2);
        shipment.close(true);
        shipment.confirmed(2);
        shipment.refused(1, "no");
        assertFalse(receipt.isDone());
        shipment.confirmed(0);
        assertEquals(Receipt.refused(1, "no"), receipt.join());
    }

    @Test
    void the_first_that_was_not_taken_says_why() {
        publish(0, 1, 2);
        shipment.close(true);
        shipment.refused(2, "later");
        shipment.refused(1, "first");
        shipment.refused(0, "earliest");
        assertEquals(Receipt.refused(0, "earliest"), receipt.join());
    }

    @Test
    void nothing_more_is_published_once_something_was_not_taken() {
        publish(0);
        assertFalse(shipment.isOver());
        shipment.refused(0, "no");
        assertTrue(shipment.isOver());
        shipment.close(false);
        assertEquals(Receipt.refused(0, "no"), receipt.join());
    }

    @Test
    void with_the_connection_all_is_lost_that_was_not_wholly_confirmed() {
        publish(0, 1, 1, 2);
        shipment.close(true);
        shipment.confirmed(0);
        shipment.confirmed(1);
        shipment.confirmed(2);
        shipment.lost("gone");
        assertEquals(Receipt.away(1, "gone"), receipt.join());
    }

    @Test
    void an_entry_that_was_published_in_part_has_not_arrived() {
        publish(0, 1);
        shipment.confirmed(0);
        shipment.confirmed(1);
        shipment.lost("gone");
        shipment.close(false);
        assertEquals(Receipt.away(1, "gone"), receipt.join());
    }

    @Test
    void what_comes_after_it_was_lost_changes_nothing() {
        publish(0);
        shipment.close(true);
        shipment.lost("gone");
        shipment.confirmed(0);
        assertEquals(Receipt.away(0, "gone"), receipt.join());
    }

    @Test
    void a_mistake_is_told() {
        shipment.broken(new IllegalStateException("a mistake"));
        assertThrows(CompletionException.class, receipt::join);
    }

    private void publish(int... entries) {
        for (int entry : entries) shipment.publishing(entry);
    }
}
