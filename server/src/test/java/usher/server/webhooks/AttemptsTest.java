package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.server.webhooks.WebhookHouse.ONE;
import static usher.server.webhooks.WebhookHouse.TWO;
import static usher.server.webhooks.WebhookHouse.send;
import static usher.server.webhooks.WebhookHouse.sendOften;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.engine.relay.Receipt;
import usher.ledger.Entry;
import usher.ledger.Notes.Note;
import usher.server.webhooks.Receiver.Answer;

/// Attempts count on, whichever node makes them: each way to an endpoint here is that of a node
/// that
/// knows nothing but what is in the ledger.
final class AttemptsTest {

    private static final int ENOUGH = EndpointDestination.ATTEMPTS_MAX;

    private final WebhookHouse house = new WebhookHouse();
    private final Receiver receiver = Receiver.open();
    private final Endpoint endpoint = house.endpoint(receiver.url());

    @AfterEach
    void close() {
        receiver.close();
        house.close();
    }

    @Test
    void a_node_that_is_started_anew_goes_on_counting() {
        receiver.answer(Answer.of(400));
        Entry entry = house.held(ONE);
        assertEquals(0, sendOften(house.to(endpoint), entry, 5).accepted());
        assertEquals(0, sendOften(house.to(endpoint), entry, ENOUGH - 6).accepted());
        assertEquals(List.of(), house.failed.all(endpoint.id()));

        assertEquals(Receipt.all(1), send(house.to(endpoint), entry));

        assertEquals(ENOUGH, house.failed.all(endpoint.id()).getFirst().attempts());
        assertEquals(List.of(), noted());
    }

    @Test
    void a_node_that_relays_again_learns_what_another_has_counted() {
        receiver.answer(Answer.of(400));
        Entry entry = house.held(ONE);
        EndpointDestination here = house.to(endpoint);
        EndpointDestination there = house.to(endpoint, new Attempts(house.memory));
        assertEquals(0, sendOften(here, entry, 3).accepted());
        assertEquals(0, sendOften(there, entry, ENOUGH - 4).accepted());

        house.attempts.leads(true);
        assertEquals(Receipt.all(1), send(here, entry));
    }

    @Test
    void that_others_were_taken_meanwhile_is_not_forgotten() {
        receiver.answerBy(got -> Answer.of(got.event().equals(ONE.toString()) ? 500 : 204));
        EndpointDestination before = house.to(endpoint);
        Entry poison = house.held(ONE);
        assertEquals(0, send(before, poison).accepted());
        assertEquals(Receipt.all(1), send(before, house.held(TWO)));
        assertEquals(0, send(before, poison).accepted());

        assertEquals(Receipt.all(1), sendOften(house.to(endpoint), poison, ENOUGH - 2));
    }

    @Test
    void an_endpoint_that_is_broken_for_all_loses_nothing_however_often_nodes_are_started() {
        receiver.answer(Answer.of(500));
        Entry entry = house.held(ONE);
        for (int i = 0; i < 5; i++) {
            assertEquals(0, sendOften(house.to(endpoint), entry, ENOUGH).accepted());
        }
        assertEquals(List.of(), house.failed.all(endpoint.id()));
    }

    @Test
    void whoever_changes_an_endpoint_has_its_messages_counted_anew() {
        receiver.answer(Answer.of(400));
        Entry entry = house.held(ONE);
        assertEquals(0, sendOften(house.to(endpoint), entry, ENOUGH - 1).accepted());

        KeptEndpoint _ = house.endpoints.change(endpoint.id(), null, now -> now);
        assertEquals(0, sendOften(house.to(endpoint), entry, ENOUGH - 1).accepted());
        assertEquals(Receipt.all(1), send(house.to(endpoint), entry));
    }

    @Test
    void the_next_entry_of_a_stream_is_counted_from_the_beginning() {
        receiver.answer(Answer.of(400));
        assertEquals(0, sendOften(house.to(endpoint), house.held(ONE), ENOUGH - 1).accepted());
        Entry next = house.held(ONE);
        assertEquals(0, sendOften(house.to(endpoint), next, ENOUGH - 1).accepted());
        assertEquals(List.of(), house.failed.all(endpoint.id()));
    }

    @Test
    void nothing_is_left_of_a_message_that_arrives_after_all() {
        receiver.answer(Answer.of(500));
        Entry entry = house.held(ONE);
        assertEquals(0, send(house.to(endpoint), entry).accepted());
        assertEquals(1, noted().size());

        receiver.answer(Answer.of(204));
        assertEquals(Receipt.all(1), send(house.to(endpoint), entry));
        assertEquals(List.of(), noted());
    }

    @Test
    void nothing_is_sent_before_it_is_known_how_often_it_was() {
        Entry entry = house.held(ONE);
        EndpointDestination to = house.to(endpoint);
        house.cutOff();
        assertEquals(0, send(to, entry).accepted());
        assertEquals(List.of(), receiver.got());

        house.reconnect();
        assertEquals(Receipt.all(1), send(to, entry));
    }

    @Test
    void nothing_is_left_of_an_endpoint_that_is_forgotten() {
        receiver.answer(Answer.of(500));
        assertEquals(0, send(house.to(endpoint), house.held(ONE)).accepted());
        assertEquals(0, send(house.to(endpoint), house.held(TWO)).accepted());
        house.attempts.forget(endpoint.id());
        assertEquals(List.of(), noted());
    }

    private List<Note> noted() {
        return house.memory.notes().list("webhook/attempts/", "", 10);
    }
}
