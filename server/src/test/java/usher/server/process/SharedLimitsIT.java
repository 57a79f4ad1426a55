package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.server.client.House;
import usher.server.client.Json;
import usher.server.client.Reply;
import usher.server.client.Sale;
import usher.server.client.Visitor;
import usher.test.servers.PostgresServer;
import usher.test.servers.RedisProcess;

/// Two packaged servers on one PostgreSQL, and the Redis by which they share limits: there, and
/// killed.
final class SharedLimitsIT {

    private static final int TRIES = 10;
    private static final String WRONG = Json.of("{'accessCode':'wrong'}");

    @TempDir Path folder;

    private final PostgresServer database = PostgresServer.start();
    private final RedisProcess redis = RedisProcess.durable();

    @AfterEach
    void close() {
        redis.close();
        database.close();
    }

    @Test
    void two_nodes_do_not_let_anybody_try_twice_as_many_codes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (ServerProcess one = ServerProcess.start(folder, settings());
                ServerProcess two = ServerProcess.start(other, settings())) {
            Visitor here = Visitor.nobodyAt(one.root().toString()).as(Visitor.ANN);
            Visitor there = Visitor.nobodyAt(two.root().toString()).as(Visitor.ANN);
            assertTrue(isShared(here, there), "as many tries at the other node");

            redis.kill();
            Sale later = closed(here);
            assertTrue(tries(here, later, 0) >= TRIES);
            assertTrue(tries(there, later, 0) >= TRIES);
        }
    }

    /// Whether who has tried all that he may `here` can try less than half of that `there`, if he
    /// gives the nodes enough time to hear of each other.
    private static boolean isShared(Visitor here, Visitor there) {
        for (int pauseMillis = 100; pauseMillis <= 10_000; pauseMillis *= 10) {
            Sale sale = closed(here);
            assertTrue(tries(here, sale, 0) >= TRIES);
            if (tries(there, sale, pauseMillis) < TRIES / 2) return true;
        }
        return false;
    }

    /// How many wrong codes `who` can try, with a pause after each.
    private static int tries(Visitor who, Sale sale, int pauseMillis) {
        int tries = 0;
        while (isLet(who.post(sale.seat(1, "hold"), WRONG))) {
            tries++;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        }
        return tries;
    }

    private static boolean isLet(Reply reply) {
        if (reply.status() == 403) return true;
        reply.isProblem(429, "rate-limited");
        return false;
    }

    private static Sale closed(Visitor organizer) {
        String codes = "'accessCodes':[{'code':'Fans','tiers':['Standard']}]";
        String id =
                organizer
                        .post("/v1/events", House.bodyWith(codes, House.STALLS))
                        .is(201)
                        .text("id");
        return new Sale(id, 10);
    }

    private Map<String, String> settings() throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, "a secret that only the nodes of this test share");
        return Map.of(
                "USHER_LEDGER", database.url(),
                "USHER_REDIS", redis.url(),
                "USHER_AUTH", "dev",
                "USHER_SECRET_FILE", secret.toString());
    }
}
