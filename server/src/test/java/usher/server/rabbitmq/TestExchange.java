package usher.server.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;
import usher.ledger.StreamId;

/// An exchange of a test's own at the RabbitMQ that [#VARIABLE] names, and what comes out of the
/// queues that are bound to it. All of it is gone when the test is over.
@NullMarked
public final class TestExchange implements AutoCloseable {

    /// Tests that need a RabbitMQ run where this names one, and are reported as skipped elsewhere.
    public static final String VARIABLE = "USHER_TEST_RABBITMQ";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// One message, as it came.
    public record Arrival(String key, BasicProperties properties, JsonNode body) {

        public String id() {
            return properties.getMessageId();
        }

        long version() {
            return body.get("version").longValue();
        }

        boolean isOf(StreamId stream) {
            return id().startsWith(stream.value().toString()) || id().startsWith(stream.toString());
        }
    }

    /// What has arrived in one queue, in its order.
    public static final class Inbox {

        private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

        public List<Arrival> all() {
            return List.copyOf(arrivals);
        }

        int size() {
            return arrivals.size();
        }

        List<String> ids(StreamId stream) {
            return arrivals.stream().filter(a -> a.isOf(stream)).map(Arrival::id).toList();
        }

        Set<String> distinct(StreamId stream) {
            return new LinkedHashSet<>(ids(stream));
        }
    }

    private final String name = "usher-test-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> queues = new ArrayList<>();
    private final Connection connection;
    private final Channel channel;

    public TestExchange() {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(System.getenv(VARIABLE));
            factory.setAutomaticRecoveryEnabled(false);
            connection = factory.newConnection("usher-test");
            channel = connection.createChannel();
        } catch (Exception e) {
            throw new AssertionError("no RabbitMQ at " + VARIABLE, e);
        }
    }

    public String name() {
        return name;
    }

    /// How Usher finds it.
    static Broker broker() {
        return BrokerUrl.read(System.getenv(VARIABLE));
    }

    /// How Usher finds it by another way that ends at `port` of this machine.
    static Broker brokerAt(int port) {
        return BrokerUrl.read(urlAt(port));
    }

    public static String urlAt(int port) {
        String user = URI.create(System.getenv(VARIABLE)).getRawUserInfo();
        return "amqp://%s@127.0.0.1:%d".formatted(user, port);
    }

    /// The port of the RabbitMQ, which is on this machine.
    public static int port() {
        return broker().hosts().getFirst().getPort();
    }

    /// Makes the exchange itself, as a consumer may that is there first.
    public TestExchange declare(BuiltinExchangeType type) {
        attempt(() -> channel.exchangeDeclare(name, type, true));
        return this;
    }

    void delete() {
        attempt(() -> channel.exchangeDelete(name));
    }

    /// A queue that gets what `pattern` says, and is read at once.
    public Inbox bind(String pattern) {
        Inbox inbox = new Inbox();
        String queue = bindQueue(pattern, Map.of());
        attempt(() -> channel.basicConsume(queue, true, new Reader(inbox)));
        return inbox;
    }

    /// A queue that nobody reads.
    String bindQueue(String pattern, Map<String, Object> arguments) {
        String queue = name + "-" + queues.size();
        queues.add(queue);
        attempt(() -> channel.queueDeclare(queue, true, false, false, arguments));
        attempt(() -> channel.queueBind(queue, name, pattern));
        return queue;
    }

    /// Reads `queue` from now on.
    Inbox read(String queue) {
        Inbox inbox = new Inbox();
        attempt(() -> channel.basicConsume(queue, true, new Reader(inbox)));
        return inbox;
    }

    @Override
    public void close() {
        queues.forEach(queue -> attempt(() -> channel.queueDelete(queue)));
        delete();
        connection.abort();
    }

    private static void attempt(Asking step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Something asked of the broker, whose answer does not matter.
    private interface Asking {

        Object run() throws IOException;
    }

    private final class Reader extends DefaultConsumer {

        private final Inbox inbox;

        Reader(Inbox inbox) {
            super(channel);
            this.inbox = inbox;
        }

        @Override
        public void handleDelivery(
                String tag, Envelope envelope, BasicProperties properties, byte[] body)
                throws IOException {
            inbox.arrivals.add(
                    new Arrival(envelope.getRoutingKey(), properties, MAPPER.readTree(body)));
        }
    }
}
