package usher.server.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.rabbitmq.RelayNode.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import usher.domain.SeatSet;
import usher.domain.holding.HoldsReleased;
import usher.ledger.StreamId;
import usher.server.LedgerOfRun;
import usher.server.rabbitmq.RelayNode.Facts;
import usher.server.rabbitmq.TestExchange.Arrival;
import usher.server.rabbitmq.TestExchange.Inbox;
import usher.test.servers.Wire;

/// The real relays and a real RabbitMQ: whatever becomes of the way between them, every fact
/// arrives, under the same id each time, each event in its order.
@Tag(LedgerOfRun.EMBEDDED)
@EnabledIfEnvironmentVariable(named = TestExchange.VARIABLE, matches = ".+")
final class RabbitMqTest {

    private static final StreamId ONE = Facts.event(1);
    private static final StreamId TWO = Facts.event(2);
    private static final String ALL = "#";

    private final Facts facts = new Facts();
    private final TestExchange exchange = new TestExchange();
    private final Wire wire = Wire.to(TestExchange.port());
    private final List<RelayNode> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(RelayNode::close);
        wire.close();
        exchange.close();
    }

    @Test
    void a_fact_is_a_message_that_says_what_it_is_and_outlives_the_broker() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind("event.*.seats-held");
        facts.append(ONE, 1);
        start();
        await(() -> inbox.size() == 1);

        Arrival arrival = inbox.all().getFirst();
        BasicProperties properties = arrival.properties();
        assertEquals("event." + ONE + ".seats-held", arrival.key());
        assertEquals(ONE + "-1-0", properties.getMessageId());
        assertEquals("SeatsHeld", properties.getType());
        assertEquals("application/json", properties.getContentType());
        assertEquals(2, properties.getDeliveryMode());
        assertEquals(ONE.toString(), properties.getHeaders().get("eventId").toString());
        assertEquals(1L, properties.getHeaders().get("version"));
        assertEquals(ONE + "-1-0", arrival.body().get("id").asText());
        assertEquals(ONE.toString(), arrival.body().get("eventId").asText());
        assertEquals("SeatsHeld", arrival.body().get("fact").asText());
    }

    @Test
    void each_event_keeps_its_order_over_thousands_of_facts() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind(ALL);
        RelayNode node = start();
        int events = 20;
        for (int i = 0; i < 100; i++) {
            for (int event = 1; event <= events; event++)
                facts.append(Facts.event(event), i % 4 + 1);
        }
        await(() -> inbox.size() >= events * 250);
        await(node::hasAllAway);

        for (int event = 1; event <= events; event++) {
            assertEquals(expected(Facts.event(event)), inbox.ids(Facts.event(event)));
        }
    }

    @Test
    void a_broker_that_is_cut_off_in_the_middle_is_caught_up() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind(ALL);
        RelayNode node = startByWire();
        for (int i = 0; i < 2_000; i++) {
            facts.append(ONE, 1);
            facts.append(TWO, 2);
            if (i == 700) await(() -> inbox.size() > 100);
            if (i == 700) wire.cut();
            if (i == 1_000) await(node::isTroubled);
            if (i == 1_500) wire.mend();
        }
        await(() -> inbox.distinct(ONE).size() == 2_000 && inbox.distinct(TWO).size() == 4_000);
        await(node::hasAllAway);

        keepsItsOrder(inbox, ONE);
        keepsItsOrder(inbox, TWO);
    }

    @Test
    void connections_that_break_again_and_again_lose_nothing() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind(ALL);
        RelayNode node = startByWire();
        for (int round = 1; round <= 5; round++) {
            for (int i = 0; i < 400; i++) facts.append(ONE, 1);
            int enough = 400 * (round - 1) + 1;
            await(() -> inbox.distinct(ONE).size() >= enough);
            wire.breakAll();
        }
        await(() -> inbox.distinct(ONE).size() == 2_000);
        await(node::hasAllAway);

        keepsItsOrder(inbox, ONE);
    }

    @Test
    void what_was_taken_but_whose_confirm_was_lost_comes_again_under_the_same_id() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind(ALL);
        RelayNode node = impatientByWire(1_000);
        facts.append(ONE, 1);
        await(() -> inbox.distinct(ONE).size() == 1 && node.hasAllAway());

        wire.mute();
        facts.append(ONE, 2);
        await(() -> inbox.distinct(ONE).size() == 3);
        int before = inbox.size();
        await(node::isTroubled);
        wire.mend();
        await(() -> inbox.size() >= before + 2);
        await(node::hasAllAway);

        assertTrue(inbox.ids(ONE).subList(before, before + 2).contains(ONE + "-2-0"));
        assertEquals(3, inbox.distinct(ONE).size());
        keepsItsOrder(inbox, ONE);
    }

    @Test
    void a_fact_that_no_queue_is_bound_for_waits_until_one_is() {
        RelayNode node = start();
        facts.append(ONE, 1);
        facts.append(ONE, 1);
        await(() -> node.isHeldUp(1));
        assertEquals(
                "no queue is bound for event.*.seats-held: bind one, leave such facts out of"
                        + " USHER_RABBITMQ_FACTS, or set USHER_RABBITMQ_UNROUTED=drop",
                node.rabbit().refusal());

        Inbox inbox = exchange.bind(ALL);
        await(() -> inbox.distinct(ONE).size() == 2);
        await(node::hasAllAway);
        assertEquals(List.of(ONE + "-1-0", ONE + "-2-0"), inbox.ids(ONE));
        assertTrue(node.returned() > 0);
    }

    @Test
    void a_fact_that_no_queue_is_bound_for_is_passed_over_if_that_is_what_was_set() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind("event." + TWO + ".#");
        RelayNode node = dropping();
        facts.append(ONE, 3);
        facts.append(TWO, 1);
        await(() -> inbox.size() == 1 && node.hasAllAway() && node.returned() == 3);

        assertEquals(List.of(TWO + "-1-0"), inbox.ids(TWO));
        assertTrue(node.isHeldUp(0));
    }

    @Test
    void only_the_facts_that_were_asked_for_are_relayed() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind(ALL);
        Publishing releases = new Publishing(exchange.name(), Set.of("HoldsReleased"), true);
        RelayNode node = added(RelayNode.on(facts, TestExchange.broker(), releases));
        facts.append(ONE, 3);
        facts.append(ONE, List.of(facts.hold(1), new HoldsReleased(facts.cause(), SeatSet.of(1))));
        facts.append(ONE, 3);
        await(() -> inbox.size() == 1 && node.hasAllAway());

        assertEquals(List.of(ONE + "-2-1"), inbox.ids(ONE));
    }

    @Test
    void a_queue_that_is_full_holds_up_its_own_event_only() {
        exchange.declare(BuiltinExchangeType.TOPIC);
        String full =
                exchange.bindQueue(
                        "event." + ONE + ".#",
                        Map.of("x-max-length", 2, "x-overflow", "reject-publish"));
        Inbox inbox = exchange.bind("event." + TWO + ".#");
        RelayNode node = start();
        for (int i = 0; i < 10; i++) facts.append(ONE, 1);
        for (int i = 0; i < 10; i++) facts.append(TWO, 1);
        await(() -> inbox.distinct(TWO).size() == 10);
        await(() -> node.isHeldUp(1));

        Inbox late = exchange.read(full);
        await(() -> late.distinct(ONE).size() == 10);
        await(node::hasAllAway);
    }

    @Test
    void when_the_node_that_relays_dies_another_goes_on() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind(ALL);
        RelayNode first = start();
        await(() -> first.standing() != null);
        RelayNode second = start();
        for (int i = 0; i < 500; i++) facts.append(ONE, 1);
        await(() -> inbox.size() > 0);
        first.die();
        for (int i = 0; i < 500; i++) facts.append(ONE, 1);
        facts.turnForward(20_000);
        await(() -> inbox.distinct(ONE).size() == 1_000);
        await(second::hasAllAway);
        keepsItsOrder(inbox, ONE);
    }

    @Test
    void an_exchange_that_somebody_deleted_is_made_anew() {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind(ALL);
        RelayNode node = start();
        facts.append(ONE, 1);
        await(() -> inbox.size() == 1 && node.hasAllAway());

        exchange.delete();
        facts.append(ONE, 1);
        await(() -> node.isTroubled() || node.isHeldUp(1));
        await(() -> node.isHeldUp(1));
        Inbox again = exchange.bind(ALL);
        await(() -> again.size() == 1);
        assertEquals(List.of(ONE + "-2-0"), again.ids(ONE));
    }

    @Test
    void a_broker_that_lets_nobody_in_is_told_without_the_password() {
        Broker wrong = BrokerUrl.read("amqp://guest:not-this@127.0.0.1:" + TestExchange.port());
        RelayNode node = added(RelayNode.on(facts, wrong, exchange));
        facts.append(ONE, 1);
        await(node::isTroubled);

        assertEquals(
                "the broker does not let this user in; check the user, the password and the"
                        + " virtual host of USHER_RABBITMQ",
                node.rabbit().trouble());
    }

    @Test
    void a_virtual_host_that_is_not_there_is_told() {
        Broker wrong =
                BrokerUrl.read("amqp://127.0.0.1:" + TestExchange.port() + "/usher-not-there");
        try (RabbitMq rabbit = new RabbitMq(wrong, RelayNode.keepingAll(exchange), () -> {})) {
            String trouble = String.valueOf(rabbit.trouble());
            assertTrue(trouble.contains("usher-not-there"), trouble);
        }
    }

    @Test
    void a_broker_that_nobody_has_to_send_anything_to_can_still_be_asked_for() {
        Publishing publishing = RelayNode.keepingAll(exchange);
        Broker broker = TestExchange.brokerAt(wire.port());
        try (RabbitMq rabbit = new RabbitMq(broker, publishing, () -> {})) {
            assertNull(rabbit.trouble());
            wire.cut();
            assertTrue(rabbit.trouble() != null);
            wire.mend();
            assertNull(rabbit.trouble());
        }
    }

    private RelayNode start() {
        return added(RelayNode.on(facts, TestExchange.broker(), exchange));
    }

    private RelayNode startByWire() {
        return added(RelayNode.on(facts, TestExchange.brokerAt(wire.port()), exchange));
    }

    private RelayNode impatientByWire(long confirmMillisMax) {
        Broker broker = TestExchange.brokerAt(wire.port());
        return added(RelayNode.impatient(facts, broker, exchange, confirmMillisMax));
    }

    private RelayNode dropping() {
        Publishing all = RelayNode.keepingAll(exchange);
        Publishing dropping = new Publishing(all.exchange(), all.facts(), false);
        return added(RelayNode.on(facts, TestExchange.broker(), dropping));
    }

    private RelayNode added(RelayNode node) {
        nodes.add(node);
        return node;
    }

    /// Every fact of `stream`, once.
    private List<String> expected(StreamId stream) {
        List<String> ids = new ArrayList<>();
        facts.ledger
                .read(stream, 0, 10_000)
                .forEach(
                        entry -> {
                            for (int i = 0; i < entry.facts().size(); i++) {
                                ids.add("%s-%d-%d".formatted(stream, entry.version(), i));
                            }
                        });
        return ids;
    }

    /// Leaving out what had come before, it is the history; and whatever comes again goes on in
    /// order from there.
    private void keepsItsOrder(Inbox inbox, StreamId stream) {
        List<String> expected = expected(stream);
        List<String> first = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int last = -1;
        for (String id : inbox.ids(stream)) {
            int place = expected.indexOf(id);
            assertTrue(place <= last + 1, () -> id + " overtook others");
            last = place;
            if (seen.add(id)) first.add(id);
        }
        assertEquals(expected, first);
    }
}
