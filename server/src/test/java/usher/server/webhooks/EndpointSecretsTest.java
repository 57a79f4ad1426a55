package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.server.webhooks.WebhookHouse.ONE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import usher.server.webhooks.Receiver.Got;

/// What signs messages, and who can verify them.
final class EndpointSecretsTest {

    private final WebhookHouse house = new WebhookHouse();
    private final Receiver receiver = Receiver.open();
    private final Endpoint endpoint = house.endpoint(receiver.url());

    @AfterEach
    void close() {
        receiver.close();
        house.close();
    }

    @Test
    void each_endpoint_has_a_secret_of_its_own_the_same_on_every_node() {
        Endpoint other = house.endpoint(receiver.url());
        assertNotEquals(house.secrets.shown(endpoint), house.secrets.shown(other));
        EndpointSecrets elsewhere =
                new EndpointSecrets(WebhookHouse.secrets("one secret that nobody knows"));
        assertEquals(house.secrets.shown(endpoint), elsewhere.shown(endpoint));
    }

    @Test
    void a_message_that_was_altered_or_signed_by_others_is_not_verified() {
        Got got = sent(endpoint);
        Verifier verifier = new Verifier(house.secrets.shown(endpoint));
        assertTrue(verifier.verifies(got));
        assertFalse(verifier.verifies(new Got("", got.headers(), got.body() + " ")));
        Verifier ofAnother =
                new Verifier(house.secrets.shown(house.endpoint("http://localhost:1")));
        assertFalse(ofAnother.verifies(got));
    }

    @Test
    void a_secret_that_was_replaced_counts_for_a_day_and_no_longer() {
        Verifier former = new Verifier(house.secrets.shown(endpoint));
        long until = house.clock.nowMillis() + 86_400_000;
        Endpoint rotated = endpoint.withNewSecret(until);
        Verifier now = new Verifier(house.secrets.shown(rotated));

        house.time.pass(86_399_999);
        Got got = sent(rotated);
        assertTrue(former.verifies(got) && now.verifies(got), got.header("webhook-signature"));

        house.time.pass(1);
        Got later = sent(rotated);
        assertTrue(now.verifies(later));
        assertFalse(former.verifies(later));
    }

    @Test
    void a_secret_that_was_replaced_twice_counts_no_longer() {
        Verifier first = new Verifier(house.secrets.shown(endpoint));
        long until = house.clock.nowMillis() + 86_400_000;
        assertFalse(first.verifies(sent(endpoint.withNewSecret(until).withNewSecret(until))));
    }

    @Test
    void a_new_secret_of_ushers_own_does_not_lock_receivers_out() {
        Verifier before = new Verifier(house.secrets.shown(endpoint));
        EndpointSecrets after =
                new EndpointSecrets(
                        WebhookHouse.secrets("a new secret", "one secret that nobody knows"));
        Got got = sentWith(after);
        assertTrue(before.verifies(got));
        assertTrue(new Verifier(after.shown(endpoint)).verifies(got));
        assertFalse(before.verifies(sentWith(new EndpointSecrets(WebhookHouse.secrets("new")))));
    }

    private Got sentWith(EndpointSecrets secrets) {
        Sender sender = house.sender;
        Sender other =
                new Sender(
                        sender.courier(),
                        secrets,
                        sender.counts(),
                        sender.clock(),
                        sender.wall(),
                        sender.threads());
        return sent(other, endpoint);
    }

    private Got sent(Endpoint to) {
        return sent(house.sender, to);
    }

    private Got sent(Sender sender, Endpoint to) {
        receiver.forget();
        Message message = Message.of(house.held(ONE), to);
        if (message == null) throw new AssertionError("nothing to send");
        Reply _ = WebhookHouse.wait(sender.send(to, message));
        return receiver.await(1).getFirst();
    }
}
