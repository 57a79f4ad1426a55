package usher.bench.kill;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import usher.ledger.Entry;

/// Another system that hears of everything by RabbitMQ: which messages came, in which order, and
/// how many came more than once. Thread-safe.
final class Listener implements AutoCloseable {

    private final Connection connection;
    private final Channel channel;
    private final String exchange;
    private final List<String> heard = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int repeats;

    private Listener(Connection connection, String exchange) throws IOException {
        this.connection = connection;
        this.exchange = exchange;
        channel = connection.createChannel();
        channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, exchange, "#");
        channel.basicConsume(queue, true, new Ear(channel));
    }

    /// Binds a queue of its own to everything that comes to `exchange`.
    ///
    /// @param url of the broker
    static Listener on(String url, String exchange) throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(url);
            return new Listener(factory.newConnection("usher-bench"), exchange);
        } catch (java.net.URISyntaxException
                | java.security.GeneralSecurityException
                | TimeoutException e) {
            throw new IOException("no RabbitMQ at the URL given: " + e, e);
        }
    }

    /// How many messages have come, each counted once.
    synchronized int count() {
        return heard.size();
    }

    /// How many messages have come more than once.
    synchronized int repeats() {
        return repeats;
    }

    /// What is wrong with what was heard of a stream that has `entries`; empty if all of it came,
    /// each fact for the first time in its order.
    List<String> contradictions(List<Entry> entries) {
        List<String> expected = new ArrayList<>();
        for (Entry entry : entries) {
            for (int i = 0; i < entry.facts().size(); i++) {
                expected.add("%s-%d-%d".formatted(entry.stream(), entry.version(), i));
            }
        }
        String stream = entries.getFirst().stream() + "-";
        List<String> came = heard().stream().filter(id -> id.startsWith(stream)).toList();
        if (came.equals(expected)) return List.of();
        int same = 0;
        while (same < came.size() && same < expected.size() && isSame(same, came, expected)) same++;
        return List.of(
                "%d of %d facts were relayed, the first %d in order, then %s"
                        .formatted(
                                came.size(),
                                expected.size(),
                                same,
                                same < came.size() ? came.get(same) : "nothing"));
    }

    /// The ids of all messages, as they came for the first time.
    private synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    private static boolean isSame(int at, List<String> came, List<String> expected) {
        return came.get(at).equals(expected.get(at));
    }

    private synchronized void hear(String id) {
        if (known.add(id)) heard.add(id);
        else repeats++;
    }

    @Override
    public void close() throws IOException {
        channel.exchangeDelete(exchange);
        connection.close();
    }

    private final class Ear extends DefaultConsumer {

        Ear(Channel channel) {
            super(channel);
        }

        @Override
        public void handleDelivery(
                String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            hear(properties.getMessageId());
        }
    }
}
