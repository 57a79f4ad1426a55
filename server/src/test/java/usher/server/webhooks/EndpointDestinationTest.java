package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.webhooks.WebhookHouse.ONE;
import static usher.server.webhooks.WebhookHouse.TWO;
import static usher.server.webhooks.WebhookHouse.send;
import static usher.server.webhooks.WebhookHouse.sendOften;

import io.vertx.core.http.HttpClientOptions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usher.engine.relay.Receipt;
import usher.engine.relay.Receipt.Trouble;
import usher.ledger.Entry;
import usher.server.webhooks.Receiver.Answer;

/// What an endpoint answers, and what follows from it.
final class EndpointDestinationTest {

    private static final int ENOUGH = EndpointDestination.ATTEMPTS_MAX;

    private final WebhookHouse house = new WebhookHouse();
    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        receiver.close();
        house.close();
    }

    @Test
    void an_entry_is_one_signed_request_with_a_name_for_ever() {
        Endpoint endpoint = house.endpoint(receiver.url());
        Entry entry = house.held(ONE);

        assertEquals(Receipt.all(1), send(house.to(endpoint), entry));
        assertEquals(Receipt.all(1), send(house.to(endpoint), entry));

        Receiver.Got got = receiver.await(2).getFirst();
        assertEquals(ONE + "-1", got.id());
        assertEquals("application/json", got.header("content-type"));
        assertEquals("/hook", got.path());
        assertTrue(new Verifier(house.secrets.shown(endpoint)).verifies(got));
        assertEquals("facts", got.json().get("type").asText());
        assertEquals("2026-01-01T00:00:00.000Z", got.json().get("timestamp").asText());
        assertEquals(ONE.toString(), got.event());
        assertEquals(1, got.version());
        assertEquals(List.of("SeatsHeld"), got.facts());
        assertEquals(got.body(), receiver.got().getLast().body());
        assertEquals(got.id(), receiver.got().getLast().id());
    }

    @Test
    void only_what_is_wanted_is_sent_and_the_rest_is_passed_over() {
        EndpointDestination to = house.to(receiver, "HoldsReleased");
        Entry[] entries = {
            house.held(ONE), house.released(ONE), house.held(ONE), house.released(ONE)
        };

        assertEquals(Receipt.all(4), send(to, 0, entries));

        assertEquals(List.of(2L, 4L), receiver.got().stream().map(Receiver.Got::version).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void every_2xx_takes_it(int status) {
        receiver.answer(Answer.of(status));
        assertEquals(Receipt.all(1), send(house.to(receiver), house.held(ONE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 304, 307, 308, 400, 401, 404, 408, 425, 500, 502, 504})
    void every_other_status_holds_up_this_stream_only(int status) {
        receiver.answer(Answer.of(status, "Location", receiver.url() + "/elsewhere"));
        Receipt receipt = send(house.to(receiver), house.held(ONE));

        assertEquals(0, receipt.accepted());
        assertFalse(trouble(receipt).isAway());
        assertTrue(trouble(receipt).reason().startsWith("answered " + status));
        assertEquals(List.of("/hook"), receiver.got().stream().map(Receiver.Got::path).toList());
    }

    @Test
    void what_came_before_a_refusal_has_arrived() {
        receiver.answerBy(got -> Answer.of(got.version() == 3 ? 500 : 204));
        Receipt receipt =
                send(house.to(receiver), 0, house.held(ONE), house.held(ONE), house.held(ONE));
        assertEquals(2, receipt.accepted());
    }

    @Test
    void an_endpoint_that_never_answers_holds_up_one_stream() {
        receiver.answer(Answer.NONE);
        try (WebhookHouse hasty =
                new WebhookHouse(Targets.Rule.ANY, new HttpClientOptions(), 500)) {
            Receipt receipt = send(hasty.to(receiver), hasty.held(ONE));
            assertTrue(trouble(receipt).reason().contains("within 500 ms"));
        }
    }

    @Test
    void an_answer_without_end_counts_by_its_status() {
        receiver.answer(new Answer(200, "x".repeat(5_000_000), List.of()));
        assertEquals(Receipt.all(1), send(house.to(receiver), house.held(ONE)));
        house.log.write();
        assertEquals(200, house.log.of(onlyEndpoint()).getFirst().said().length());
    }

    @Test
    void who_is_not_there_is_away() {
        Receiver gone = Receiver.open();
        EndpointDestination to = house.to(gone);
        gone.close();
        assertTrue(trouble(send(to, house.held(ONE))).isAway());
        Endpoint nowhere = house.endpoint("https://nowhere.invalid/");
        Trouble trouble = trouble(send(house.to(nowhere), house.held(ONE)));
        assertTrue(trouble.isAway());
        assertTrue(trouble.reason().startsWith("no address"), trouble.reason());
    }

    @Test
    void who_asks_for_a_pause_gets_it_without_a_request() {
        receiver.answer(Answer.of(429, "Retry-After", "120"));
        EndpointDestination to = house.to(receiver);
        Entry entry = house.held(ONE);

        assertTrue(trouble(send(to, entry)).isAway());
        house.time.pass(119_000);
        assertTrue(trouble(send(to, entry)).isAway());
        assertEquals(1, receiver.got().size());

        receiver.answer(Answer.of(204));
        house.time.pass(1_000);
        assertEquals(Receipt.all(1), send(to, entry));
    }

    @Test
    void a_pause_is_an_hour_at_most() {
        assertEquals(3_600, Errand.retryAfterSeconds("99999999"));
        assertEquals(7, Errand.retryAfterSeconds(" 7 "));
        assertEquals(0, Errand.retryAfterSeconds("-7"));
        assertEquals(0, Errand.retryAfterSeconds("soon"));
        assertEquals(0, Errand.retryAfterSeconds(null));
        assertEquals(0, Errand.retryAfterSeconds("Wed, 21 Oct 2015 07:28:00 GMT"));
        assertEquals(3_600, Errand.retryAfterSeconds("Fri, 31 Dec 2100 23:59:59 GMT"));
    }

    @Test
    void who_is_gone_is_disabled_and_told_nothing_more() {
        receiver.answer(Answer.of(410));
        EndpointDestination to = house.to(receiver);

        assertTrue(trouble(send(to, house.held(ONE))).isAway());

        Endpoint now = house.endpoints.all().getFirst().endpoint();
        assertFalse(now.isEnabled());
        assertEquals("It answered 410 Gone.", now.reason());
        assertTrue(trouble(send(house.to(now), house.held(ONE))).isAway());
        assertEquals(1, receiver.got().size());
    }

    @Test
    void who_was_changed_since_he_was_asked_is_not_disabled_by_what_he_says() {
        receiver.answer(Answer.of(410));
        EndpointDestination asked = house.to(receiver);
        KeptEndpoint _ = house.endpoints.change(onlyEndpoint(), null, now -> now);

        assertTrue(trouble(send(asked, house.held(ONE))).isAway());

        Endpoint now = house.endpoints.all().getFirst().endpoint();
        assertTrue(now.isEnabled());
        assertTrue(trouble(send(house.to(now), house.held(TWO))).isAway());
        assertFalse(house.endpoints.all().getFirst().endpoint().isEnabled());
    }

    @Test
    void what_an_endpoint_blames_is_set_aside_after_twelve_attempts() {
        receiver.answer(new Answer(422, "no such \"seat\"", List.of()));
        EndpointDestination to = house.to(receiver);
        Entry entry = house.held(ONE);

        assertEquals(0, sendOften(to, entry, ENOUGH - 1).accepted());
        assertEquals(List.of(), house.failed.all(onlyEndpoint()));
        assertEquals(Receipt.all(1), send(to, ENOUGH - 1, entry));

        Delivery failed = house.failed.all(onlyEndpoint()).getFirst();
        assertEquals(ONE + "-1", failed.id());
        assertEquals(ENOUGH, failed.attempts());
        assertEquals(422, failed.answer());
        assertEquals("no such \"seat\"", failed.said());
        assertEquals(List.of("SeatsHeld"), failed.facts());
    }

    @Test
    void an_endpoint_that_is_broken_for_all_loses_nothing() {
        receiver.answer(Answer.of(500));
        EndpointDestination to = house.to(receiver);
        assertEquals(0, sendOften(to, house.held(ONE), 3 * ENOUGH).accepted());
        assertEquals(0, sendOften(to, house.held(TWO), 3 * ENOUGH).accepted());
        assertEquals(List.of(), house.failed.all(onlyEndpoint()));
    }

    @Test
    void a_message_that_alone_is_not_taken_is_set_aside() {
        receiver.answerBy(got -> Answer.of(got.event().equals(ONE.toString()) ? 500 : 204));
        EndpointDestination to = house.to(receiver);
        Entry poison = house.held(ONE);
        assertEquals(0, sendOften(to, poison, ENOUGH).accepted());

        assertEquals(Receipt.all(1), send(to, house.held(TWO)));
        assertEquals(Receipt.all(1), send(to, ENOUGH, poison));

        assertEquals(1, house.failed.all(onlyEndpoint()).size());
    }

    @Test
    void what_others_were_sent_before_does_not_count_against_a_message() {
        EndpointDestination to = house.to(receiver);
        assertEquals(Receipt.all(1), send(to, house.held(TWO)));
        receiver.answer(Answer.of(500));
        assertEquals(0, sendOften(to, house.held(ONE), 2 * ENOUGH).accepted());
    }

    @Test
    void nothing_counts_as_set_aside_before_that_is_noted() {
        receiver.answer(Answer.of(400));
        EndpointDestination to = house.to(receiver);
        Entry entry = house.held(ONE);
        assertEquals(0, sendOften(to, entry, ENOUGH - 1).accepted());

        house.cutOff();
        assertEquals(0, send(to, ENOUGH - 1, entry).accepted());
        house.reconnect();
        assertEquals(Receipt.all(1), send(to, ENOUGH, entry));
    }

    @Test
    void nothing_is_set_aside_where_there_is_no_room() {
        receiver.answer(Answer.of(400));
        EndpointDestination to = house.to(receiver);
        Entry entry = house.held(ONE);
        for (int i = 0; i < FailedDeliveries.FAILED_MAX; i++) {
            assertTrue(house.failed.put(onlyEndpoint(), failed("x-%d".formatted(i))));
        }
        assertEquals(0, sendOften(to, entry, ENOUGH).accepted());

        assertTrue(house.failed.forget(onlyEndpoint(), "x-7"));
        assertEquals(Receipt.all(1), send(to, ENOUGH, entry));
    }

    private static Delivery failed(String id) {
        return new Delivery(id, TWO, 1, List.of(), Delivery.Status.FAILED, 12, 1, 0, 400, "no");
    }

    private java.util.UUID onlyEndpoint() {
        return house.endpoints.all().getFirst().endpoint().id();
    }

    private static Trouble trouble(Receipt receipt) {
        Trouble trouble = receipt.trouble();
        assertNotNull(trouble);
        if (trouble == null) throw new AssertionError("it was taken");
        return trouble;
    }

    @Test
    void what_is_taken_has_no_trouble() {
        assertNull(send(house.to(receiver), house.held(ONE)).trouble());
    }
}
