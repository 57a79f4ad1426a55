package usher.server;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import usher.server.rabbitmq.Broker;
import usher.server.rabbitmq.Publishing;
import usher.server.rabbitmq.RabbitRelay;

/// Begins and ends the relay to RabbitMQ: after the node, and when the relays have stopped.
@Singleton
final class Outpost {

    private static final int AFTER_THE_NODE = 3000;
    private static final int AFTER_THE_RELAYS = 1500;

    private final RabbitRelay relay;

    Outpost(RabbitRelay relay) {
        this.relay = relay;
    }

    void open(@Observes @Priority(AFTER_THE_NODE) StartupEvent event, Settings settings) {
        Publishing publishing = RabbitSettings.publishing(settings);
        Optional<Broker> broker = RabbitSettings.broker(settings);
        broker.ifPresent(there -> relay.start(there, publishing));
    }

    void close(@Observes @Priority(AFTER_THE_RELAYS) ShutdownEvent event) {
        relay.stop();
    }
}
