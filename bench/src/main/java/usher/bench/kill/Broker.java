package usher.bench.kill;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import usher.ledger.Entry;
import usher.test.servers.Wire;

/// A RabbitMQ to which nodes relay, over a wire that can be cut, and somebody who listens there.
public final class Broker implements AutoCloseable {

    private static final int USUAL_PORT = 5672;

    private final URI url;
    private final String exchange = "usher-bench-" + UUID.randomUUID();
    private final Wire wire;
    private final Listener listener;

    /// @param url such as `amqp://guest:guest@127.0.0.1:5672`
    public Broker(String url) throws IOException {
        this.url = URI.create(url);
        wire = Wire.to(port());
        listener = Listener.on(url, exchange);
    }

    /// What nodes are told of it.
    Map<String, String> settings() {
        String wired =
                "%s://%s@127.0.0.1:%d%s"
                        .formatted(
                                url.getScheme(),
                                url.getRawUserInfo(),
                                wire.port(),
                                url.getRawPath());
        return Map.of("USHER_RABBITMQ", wired, "USHER_RABBITMQ_EXCHANGE", exchange);
    }

    /// Nobody reaches it for `millis`.
    void cut(long millis) throws InterruptedException {
        wire.cut();
        TimeUnit.MILLISECONDS.sleep(millis);
        wire.mend();
    }

    /// What the listener has missed of a stream that has `entries`, or heard in another order.
    List<String> contradictions(List<Entry> entries) {
        return listener.contradictions(entries);
    }

    /// How many facts have come.
    public int heard() {
        return listener.count();
    }

    /// How many messages came more than once.
    public int repeats() {
        return listener.repeats();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        wire.close();
    }

    private int port() {
        return url.getPort() < 0 ? USUAL_PORT : url.getPort();
    }
}
