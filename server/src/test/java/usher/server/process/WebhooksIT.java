package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.server.webhooks.Receiver;
import usher.server.webhooks.Receiver.Answer;
import usher.server.webhooks.Receiver.Got;
import usher.server.webhooks.Verifier;
import usher.test.servers.PostgresServer;

/// Webhooks of servers that end in the middle: nothing is lost, and each event comes in order.
final class WebhooksIT {

    private static final Map<String, String> ANY = Map.of("USHER_WEBHOOK_TARGETS", "any");

    @TempDir Path folder;

    private final Receiver receiver = Receiver.open();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void what_a_killed_server_had_not_sent_it_sends_after_its_next_start() {
        Sale sale;
        try (ServerProcess server = ServerProcess.start(folder, ANY)) {
            Visitor ann = annAt(server);
            String secret = hook(ann).text("secret");
            sale = Sale.at(ann, 100, "{\"heldSeatsPerUser\":0}");
            ann.post(sale.seat(1, "hold")).is(200);
            Receiver.until(() -> !about(sale).isEmpty());
            assertTrue(new Verifier(secret).verifies(receiver.got().getLast()));
            receiver.answer(Answer.of(500));
            for (int seat = 2; seat <= 20; seat++) ann.post(sale.seat(seat, "hold")).is(200);
        }
        receiver.answer(Answer.of(204));
        receiver.forget();
        try (ServerProcess server = ServerProcess.start(folder, ANY)) {
            Visitor ann = annAt(server);
            ann.post(sale.seat(21, "hold")).is(200);
            Receiver.until(() -> seats(about(sale)).contains(21L));
            Set<Long> seats = seats(about(sale));
            for (long seat = 2; seat <= 21; seat++) assertTrue(seats.contains(seat), "" + seats);
            assertTrue(isWithoutGaps(about(sale)));
        }
    }

    /// What came of the last message may not have been heard yet when it ends: it is not asked
    /// about.
    @Test
    void a_server_that_ends_in_peace_sends_nothing_twice() throws Exception {
        Sale sale;
        try (ServerProcess server = ServerProcess.start(folder, ANY)) {
            Visitor ann = annAt(server);
            Reply _ = hook(ann);
            sale = Sale.at(ann, 100, "{\"heldSeatsPerUser\":0}");
            for (int seat = 1; seat <= 9; seat++) ann.post(sale.seat(seat, "hold")).is(200);
            Receiver.until(() -> seats(about(sale)).contains(9L));
            Sale later = Sale.at(ann, 10, "{}");
            ann.post(later.seat(1, "hold")).is(200);
            Receiver.until(() -> !about(later).isEmpty());
            server.terminate();
            server.exitCode();
        }
        try (ServerProcess server = ServerProcess.start(folder, ANY)) {
            annAt(server).post(sale.seat(10, "hold")).is(200);
            Receiver.until(() -> seats(about(sale)).contains(10L));
        }
        List<String> ids = about(sale).stream().map(Got::id).toList();
        assertEquals(ids.size(), new TreeSet<>(ids).size(), ids.toString());
    }

    @Test
    void when_the_node_that_sends_is_killed_another_goes_on() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (PostgresServer database = PostgresServer.start();
                ServerProcess one = ServerProcess.start(folder, settings(database));
                ServerProcess two = ServerProcess.start(other, settings(database))) {
            Reply _ = hook(annAt(one));
            Sale sale = Sale.at(annAt(one), 100, "{\"heldSeatsPerUser\":0}");
            for (int seat = 1; seat <= 10; seat++) {
                annAt(seat % 2 == 0 ? one : two).post(sale.seat(seat, "hold")).is(200);
            }
            Receiver.until(() -> seats(about(sale)).size() == 10);
            Receiver.until(() -> relays(one) != relays(two));

            ServerProcess killed = relays(one) ? one : two;
            ServerProcess left = relays(one) ? two : one;
            killed.close();
            for (int seat = 11; seat <= 20; seat++) {
                annAt(left).post(sale.seat(seat, "hold")).is(200);
            }
            Receiver.until(() -> seats(about(sale)).size() == 20);
            assertTrue(isInOrder(firsts(about(sale))));
        }
    }

    private Reply hook(Visitor ann) {
        String body = Json.of("{'url':'%s','facts':['SeatsHeld']}".formatted(receiver.url()));
        return ann.post("/v1/webhook-endpoints", body).is(201);
    }

    private static Visitor annAt(ServerProcess server) {
        return Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
    }

    private static boolean relays(ServerProcess server) {
        try {
            return server.out().contains("this node relays");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Got> about(Sale sale) {
        return receiver.about(sale.id());
    }

    private static Set<Long> seats(List<Got> got) {
        Set<Long> seats = new TreeSet<>();
        for (Got each : got) {
            each.json().findValues("seats").forEach(all -> all.forEach(s -> seats.add(s.asLong())));
        }
        return seats;
    }

    /// Each message when it came first.
    private static List<Got> firsts(List<Got> got) {
        Map<String, Got> firsts = new java.util.LinkedHashMap<>();
        got.forEach(each -> firsts.putIfAbsent(each.id(), each));
        return List.copyOf(firsts.values());
    }

    /// Whether each comes after the one before it, however often they come, and the first is one of
    /// the first two: so is what the killed server still had on its way.
    private static boolean isWithoutGaps(List<Got> got) {
        long last = 1;
        for (Got each : got) {
            if (each.version() > last + 1) return false;
            last = each.version();
        }
        return true;
    }

    private static boolean isInOrder(List<Got> got) {
        for (int i = 1; i < got.size(); i++) {
            if (got.get(i).version() < got.get(i - 1).version()) return false;
        }
        return true;
    }

    private Map<String, String> settings(PostgresServer database) throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "a secret that only the nodes of this test share");
        Map<String, String> settings = new HashMap<>(ANY);
        settings.put("USHER_LEDGER", database.url());
        settings.put("USHER_AUTH", "dev");
        settings.put("USHER_SECRET_FILE", secret.toString());
        return settings;
    }
}
