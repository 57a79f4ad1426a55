package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.server.webhooks.WebhookHouse.ONE;
import static usher.server.webhooks.WebhookHouse.TWO;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.ledger.StreamId;
import usher.server.webhooks.Delivery.Status;

/// What is seen of deliveries, on any node.
final class DeliveryLogTest {

    private static final UUID ENDPOINT = UUID.randomUUID();

    private final WebhookHouse house = new WebhookHouse();
    private final DeliveryLog elsewhere = new DeliveryLog(house.memory, house.clock);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_was_written_is_seen_on_every_node_the_newest_first() {
        house.log.add(ENDPOINT, delivery(ONE, 1, Status.DELIVERED, 10));
        house.log.add(ENDPOINT, delivery(TWO, 1, Status.DELIVERED, 20));
        assertEquals(List.of(), elsewhere.of(ENDPOINT));
        house.log.write();
        assertEquals(List.of(TWO + "-1", ONE + "-1"), ids(elsewhere));
    }

    @Test
    void two_nodes_that_write_lose_nothing_of_each_other() {
        house.log.add(ENDPOINT, delivery(ONE, 1, Status.DELIVERED, 10));
        elsewhere.add(ENDPOINT, delivery(TWO, 1, Status.DELIVERED, 20));
        house.log.write();
        elsewhere.write();
        assertEquals(List.of(TWO + "-1", ONE + "-1"), ids(house.log));
    }

    @Test
    void what_waits_says_until_when_and_is_over_when_its_stream_goes_on() {
        house.log.add(ENDPOINT, delivery(ONE, 1, Status.WAITING, 10));
        house.log.heldUp("webhook-%s.3".formatted(ENDPOINT), ONE, "no", 5_000);
        house.log.write();
        Delivery waiting = elsewhere.of(ENDPOINT).getFirst();
        assertEquals(house.clock.nowMillis() + 5_000, waiting.nextAtMillis());

        elsewhere.add(ENDPOINT, delivery(ONE, 2, Status.DELIVERED, 30));
        elsewhere.write();
        assertEquals(List.of(ONE + "-2"), ids(house.log));
    }

    @Test
    void an_endpoint_that_is_away_puts_off_all_that_wait_for_it() {
        house.log.add(ENDPOINT, delivery(ONE, 1, Status.WAITING, 10));
        house.log.add(ENDPOINT, delivery(TWO, 1, Status.WAITING, 11));
        house.log.away("webhook-%s.1".formatted(ENDPOINT), "nobody is there", 9_000);
        for (Delivery each : house.log.of(ENDPOINT)) {
            assertEquals(house.clock.nowMillis() + 9_000, each.nextAtMillis());
        }
    }

    @Test
    void what_waits_is_not_pushed_out_by_what_is_delivered() {
        house.log.add(ENDPOINT, delivery(ONE, 1, Status.WAITING, 1));
        for (int i = 1; i <= 500; i++) {
            house.log.add(ENDPOINT, delivery(TWO, i, Status.DELIVERED, i));
            if (i % 40 == 0) house.log.write();
        }
        house.log.write();
        List<Delivery> seen = elsewhere.of(ENDPOINT);
        assertEquals(DeliveryLog.DELIVERIES_MAX + 1, seen.size());
        assertEquals(TWO + "-500", seen.getFirst().id());
        assertEquals(Status.WAITING, seen.getLast().status());
    }

    @Test
    void what_failed_stands_elsewhere() {
        house.log.add(ENDPOINT, delivery(ONE, 1, Status.WAITING, 1));
        house.log.write();
        house.log.add(ENDPOINT, delivery(ONE, 1, Status.FAILED, 2));
        house.log.write();
        assertEquals(List.of(), elsewhere.of(ENDPOINT));
    }

    @Test
    void the_longest_answers_and_the_most_facts_find_room() {
        List<String> facts = usher.ledger.FactCodec.names();
        String said = "\"\\".repeat(100);
        for (int i = 0; i < 100; i++) {
            Status status = i % 2 == 0 ? Status.DELIVERED : Status.WAITING;
            StreamId stream = i % 2 == 0 ? TWO : StreamId.of(event(i));
            house.log.add(
                    ENDPOINT,
                    new Delivery(
                            Message.id(stream, 1_000_000_000_000L + i),
                            stream,
                            1_000_000_000_000L + i,
                            facts,
                            status,
                            1_000_000,
                            i,
                            1,
                            599,
                            said));
        }
        house.log.write();
        assertEquals(99, elsewhere.of(ENDPOINT).getFirst().atMillis());
    }

    private static usher.domain.EventId event(int i) {
        return usher.domain.EventId.of(1_767_225_600_000L, i);
    }

    private static Delivery delivery(StreamId stream, long version, Status status, long at) {
        String id = Message.id(stream, version);
        return new Delivery(
                id, stream, version, List.of("SeatsHeld"), status, 1, at, 0, 204, "thanks");
    }

    private static List<String> ids(DeliveryLog log) {
        return log.of(ENDPOINT).stream().map(Delivery::id).toList();
    }
}
