package usher.server.rabbitmq;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import usher.test.servers.Wire;

/// Lets a test run with a RabbitMQ, on a way that it can cut: `@TestProfile(WithRabbit.class)`.
public final class WithRabbit implements QuarkusTestProfile {

    private static @Nullable Wire wire;
    private static @Nullable TestExchange exchange;

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Server.class));
    }

    /// The way to it.
    static Wire wire() {
        if (wire == null) throw new IllegalStateException("not started");
        return wire;
    }

    /// The exchange at it.
    static TestExchange exchange() {
        if (exchange == null) throw new IllegalStateException("not started");
        return exchange;
    }

    /// The settings of an exchange of this profile's own.
    public static final class Server implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            wire = Wire.to(TestExchange.port());
            exchange = new TestExchange();
            return Map.of(
                    "usher.rabbitmq", TestExchange.urlAt(wire.port()),
                    "usher.rabbitmq-exchange", exchange.name());
        }

        @Override
        public void stop() {
            wire().close();
            exchange().close();
        }
    }
}
