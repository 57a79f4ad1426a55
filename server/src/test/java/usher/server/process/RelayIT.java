package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.BuiltinExchangeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.server.rabbitmq.TestExchange;
import usher.server.rabbitmq.TestExchange.Inbox;
import usher.test.servers.PostgresServer;
import usher.test.servers.Wire;

/// Two packaged servers on one ledger, and the RabbitMQ that they relay to: the one that relays is
/// killed, and what the other one goes on with is cut off for a while, in the middle of a sale.
@EnabledIfEnvironmentVariable(named = TestExchange.VARIABLE, matches = ".+")
final class RelayIT {

    private static final int SEATS = 600;

    @TempDir Path folder;

    private final PostgresServer database = PostgresServer.start();
    private final TestExchange exchange = new TestExchange();
    private final Wire wire = Wire.to(TestExchange.port());

    @AfterEach
    void close() {
        wire.close();
        exchange.close();
        database.close();
    }

    @Test
    void what_was_sold_while_a_node_died_and_the_broker_was_gone_arrives_in_order()
            throws IOException {
        Inbox inbox = exchange.declare(BuiltinExchangeType.TOPIC).bind("#");
        Path other = Files.createDirectory(folder.resolve("other"));
        try (ServerProcess first = ServerProcess.start(folder, settings());
                ServerProcess second = ServerProcess.start(other, settings())) {
            await(() -> isRelaying(first) || isRelaying(second));
            ServerProcess relaying = isRelaying(first) ? first : second;
            ServerProcess surviving = relaying == first ? second : first;
            Visitor ann = at(surviving).as(Visitor.ANN);
            Sale sale = Sale.at(ann, SEATS, "{\"heldSeatsPerUser\":0,\"holdSeconds\":3600}");

            sell(ann, sale, 1, 200);
            await(() -> inbox.all().size() > 100);
            relaying.close();
            sell(ann, sale, 200, 400);
            await(() -> isRelaying(surviving));
            wire.cut();
            sell(ann, sale, 400, SEATS + 1);
            await(() -> at(surviving).get("/health/rabbitmq").status() == 503);
            wire.mend();

            await(() -> versions(inbox, sale).size() >= SEATS);
            assertInOrder(inbox, sale);
            await(() -> at(surviving).get("/health/rabbitmq").status() == 200);
        }
    }

    private static void sell(Visitor ann, Sale sale, int from, int to) {
        for (int seat = from; seat < to; seat++) ann.post(sale.seat(seat, "hold")).is(200);
    }

    private static Visitor at(ServerProcess server) {
        return Visitor.nobodyAt(server.root().toString());
    }

    private static boolean isRelaying(ServerProcess server) {
        return at(server).get("/health/rabbitmq").text().contains("\"relays\":true");
    }

    private static List<Long> all(Inbox inbox, Sale sale) {
        return inbox.all().stream()
                .filter(arrival -> arrival.id().startsWith(sale.id()))
                .map(arrival -> arrival.body().get("version").longValue())
                .toList();
    }

    private static Set<Long> versions(Inbox inbox, Sale sale) {
        return new LinkedHashSet<>(all(inbox, sale));
    }

    /// Each version comes first after the one before it, however often they come again.
    private static void assertInOrder(Inbox inbox, Sale sale) {
        long last = 0;
        for (long version : all(inbox, sale)) {
            long before = last;
            assertTrue(version <= last + 1, () -> "%d after %d".formatted(version, before));
            last = version;
        }
        assertTrue(last >= SEATS, "the last is " + last);
    }

    private Map<String, String> settings() throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "a secret that only the nodes of this test share");
        return Map.of(
                "USHER_LEDGER", database.url(),
                "USHER_AUTH", "dev",
                "USHER_SECRET_FILE", secret.toString(),
                "USHER_RABBITMQ", TestExchange.urlAt(wire.port()),
                "USHER_RABBITMQ_EXCHANGE", exchange.name());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("in vain waited");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
