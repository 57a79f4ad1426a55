package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static usher.server.webhooks.WebhookHouse.ONE;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.test.servers.ServerKeys;

/// Who is at the other end of a connection, and who must not be.
final class CourierTest {

    @TempDir Path folder;

    @Test
    void nobody_behind_the_gate_gets_a_request_unless_that_is_allowed() {
        try (Receiver receiver = Receiver.open();
                WebhookHouse house =
                        new WebhookHouse(Targets.Rule.PUBLIC, new HttpClientOptions())) {
            Reply reply = sent(house, receiver.url());
            assertInstanceOf(Reply.Unreached.class, reply);
            assertEquals(List.of(), receiver.got());
            assertEquals(Verdict.AWAY, reply.verdict());
        }
    }

    @Test
    void only_whoever_proves_the_name_in_the_url_gets_a_request() throws Exception {
        ServerKeys keys = ServerKeys.create(folder, "receiver");
        HttpClientOptions trust =
                new HttpClientOptions()
                        .setTrustOptions(
                                new PemTrustOptions().addCertPath(keys.certificate().toString()));
        try (Receiver receiver = Receiver.secure(context("receiver"));
                WebhookHouse trusting = new WebhookHouse(Targets.Rule.ANY, trust);
                WebhookHouse strict = new WebhookHouse()) {
            assertEquals(204, sent(trusting, receiver.url()).status());
            String byAnotherName = receiver.url().replace("localhost", "127.0.0.2");
            assertInstanceOf(Reply.Unreached.class, sent(trusting, byAnotherName));
            assertInstanceOf(Reply.Unreached.class, sent(strict, receiver.url()));
            assertEquals(1, receiver.got().size());
        }
    }

    @Test
    void the_name_in_the_url_is_the_one_that_is_asked_for() {
        try (Receiver receiver = Receiver.open();
                WebhookHouse house = new WebhookHouse()) {
            assertEquals(204, sent(house, receiver.url() + "?key=a%20b").status());
            Receiver.Got got = receiver.got().getFirst();
            assertEquals("localhost:" + receiver.port(), got.header("host"));
            assertEquals("/hook?key=a%20b", got.path());
        }
    }

    private static Reply sent(WebhookHouse house, String url) {
        Endpoint endpoint = house.endpoint(url);
        Message message = Message.of(house.held(ONE), endpoint);
        if (message == null) throw new AssertionError("nothing to send");
        return WebhookHouse.wait(house.sender.send(endpoint, message));
    }

    private SSLContext context(String name) throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, password);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
