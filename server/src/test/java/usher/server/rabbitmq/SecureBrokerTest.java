package usher.server.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static usher.server.rabbitmq.RelayNode.await;

import com.rabbitmq.client.BuiltinExchangeType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import usher.server.LedgerOfRun;
import usher.server.rabbitmq.RelayNode.Facts;
import usher.server.rabbitmq.TestExchange.Inbox;
import usher.test.servers.ServerKeys;
import usher.test.servers.TlsDoor;

/// A broker behind TLS is believed if somebody trusted vouches for it, by the name that was asked
/// for.
@Tag(LedgerOfRun.EMBEDDED)
@EnabledIfEnvironmentVariable(named = TestExchange.VARIABLE, matches = ".+")
final class SecureBrokerTest {

    @TempDir Path folder;

    private final TestExchange exchange = new TestExchange();
    private ServerKeys keys;
    private TlsDoor door;

    @BeforeEach
    void open() throws IOException, InterruptedException, GeneralSecurityException {
        keys = ServerKeys.create(folder, "own");
        door = TlsDoor.to(TestExchange.port(), keys);
    }

    @AfterEach
    void close() {
        door.close();
        exchange.close();
    }

    @Test
    void facts_arrive_at_a_broker_that_proves_itself() {
        Facts facts = new Facts();
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind("#");
        try (RelayNode node = RelayNode.on(facts, broker("localhost", keys), exchange)) {
            facts.append(Facts.event(1), 3);
            await(() -> inbox.size() == 3 && node.hasAllAway());
        }
    }

    @Test
    void a_broker_that_nobody_trusted_vouches_for_gets_nothing() throws Exception {
        ServerKeys foreign = ServerKeys.create(folder, "foreign");
        assertNotNull(trouble(broker("localhost", foreign)));
        assertNotNull(trouble(BrokerUrl.read(url("localhost"))));
        assertNull(trouble(broker("localhost", keys)));
    }

    @Test
    void a_broker_of_another_name_gets_nothing() {
        assertNotNull(trouble(broker("127.0.0.2", keys)));
        assertNull(trouble(broker("127.0.0.1", keys)));
    }

    private String trouble(Broker broker) {
        try (RabbitMq rabbit = new RabbitMq(broker, RelayNode.keepingAll(exchange), () -> {})) {
            return rabbit.trouble();
        }
    }

    private Broker broker(String host, ServerKeys believed) {
        return BrokerUrl.read(url(host) + "?cacertfile=" + believed.certificate());
    }

    private String url(String host) {
        String user = URI.create(System.getenv(TestExchange.VARIABLE)).getRawUserInfo();
        return "amqps://%s@%s:%d".formatted(user, host, door.port());
    }
}
