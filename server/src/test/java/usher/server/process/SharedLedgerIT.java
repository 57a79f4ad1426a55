package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.test.servers.PostgresServer;

/// A packaged server, and the PostgreSQL that it shares with others: killed, read-only, and back.
final class SharedLedgerIT {

    @TempDir Path folder;

    private final PostgresServer database = PostgresServer.start();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_killed_database_makes_callers_wait_for_it_and_loses_nothing() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, settings())) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            Sale sale = Sale.at(ann, 10, "{}");
            ann.post(sale.seat(1, "hold")).is(200);
            database.kill();

            await(() -> isUnavailable(ann.post(sale.seat(2, "hold"))));
            isHeldOrUnavailable(ann.get(sale.seat(1)));
            ann.get("/health/database").is(503);

            database.restart();
            await(() -> ann.post(sale.seat(2, "hold")).status() == 200);
            assertEquals("held", ann.get(sale.seat(1)).is(200).text("status"));
            await(() -> ann.get("/health/database").status() == 200);
        }
    }

    @Test
    void a_database_that_takes_no_writes_refuses_them_and_shows_what_there_is() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, settings())) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            Sale sale = Sale.at(ann, 10, "{}");
            ann.post(sale.seat(1, "hold")).is(200);
            database.run("ALTER SYSTEM SET default_transaction_read_only = on");
            database.run("SELECT pg_reload_conf()");

            await(() -> isUnavailable(ann.post(sale.seat(2, "hold"))));
            isHeldOrUnavailable(ann.get(sale.seat(1)));

            database.run("ALTER SYSTEM RESET default_transaction_read_only");
            database.run("SELECT pg_reload_conf()");
            await(() -> ann.post(sale.seat(3, "hold")).status() == 200);
        }
    }

    @Test
    void what_one_node_answers_the_other_shows_and_keeps() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (ServerProcess one = ServerProcess.start(folder, settings());
                ServerProcess two = ServerProcess.start(other, settings())) {
            Visitor ann = Visitor.nobodyAt(one.root().toString()).as(Visitor.ANN);
            Visitor bob = Visitor.nobodyAt(two.root().toString()).as(Visitor.BOB);
            Sale sale = Sale.at(ann, 10, "{}");

            bob.get(sale.path()).is(200);
            ann.post(sale.seat(1, "hold")).is(200);
            bob.post(sale.seat(1, "hold")).isProblem(409, "seat-unavailable");
            bob.post(sale.seat(2, "hold")).is(200);
            await(() -> ann.get(sale.seat(2)).is(200).text("status").equals("held"));

            endSignals();
            ann.post(sale.seat(3, "hold")).is(200);
            await(() -> bob.get(sale.seat(3)).is(200).text("status").equals("held"));
            assertEquals(List.of("held", "held", "held"), statuses(bob, sale));
        }
    }

    private void endSignals() {
        database.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE query LIKE 'LISTEN %'");
    }

    private static List<String> statuses(Visitor who, Sale sale) {
        return List.of(1, 2, 3).stream()
                .map(seat -> who.get(sale.seat(seat)).is(200).text("status"))
                .toList();
    }

    private Map<String, String> settings() throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "a secret that only the nodes of this test share");
        return Map.of(
                "USHER_LEDGER", database.url(),
                "USHER_AUTH", "dev",
                "USHER_SECRET_FILE", secret.toString());
    }

    private static boolean isUnavailable(Reply reply) {
        if (reply.status() == 200) return false;
        reply.isProblem(503, "unavailable");
        return true;
    }

    /// Nobody who looks is kept waiting: he is shown what is durable, or told that it cannot be
    /// had.
    private static void isHeldOrUnavailable(Reply shown) {
        if (!isUnavailable(shown)) assertEquals("held", shown.text("status"));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError("in vain waited");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
