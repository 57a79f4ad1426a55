package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import usher.ledger.Append;
import usher.ledger.Key;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.Snapshots.Snapshot;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Patience;
import usher.test.servers.RedisProcess;
import usher.test.servers.ServerKeys;

/// A server that speaks TLS, wants to know who calls, and lets a user do only what is needed.
final class SecureServerTest {

    /// As the guide has them.
    private static final String[] RIGHTS = {
        "reset",
        "on",
        ">secret",
        "~usher:*",
        "resetchannels",
        "&usher:*",
        "+@read",
        "+@write",
        "+@connection",
        "+@pubsub",
        "+@scripting",
        "+info",
        "+config|get",
        "+time",
        "+wait",
        "+cluster|slots"
    };

    @TempDir static Path folder;

    private static ServerKeys own;
    private static ServerKeys foreign;
    private static int port;
    private static RedisProcess server;

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        own = ServerKeys.create(folder, "own");
        foreign = ServerKeys.create(folder, "foreign");
        port = RedisProcess.freePort();
        server =
                RedisProcess.durable(
                        "--tls-port", String.valueOf(port),
                        "--tls-cert-file", own.certificate().toString(),
                        "--tls-key-file", own.key().toString(),
                        "--tls-ca-cert-file", own.certificate().toString());
        try (Jedis jedis = server.connect()) {
            jedis.aclSetUser("usher", RIGHTS);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void both_ends_prove_who_they_are_and_the_user_may_do_all_that_is_needed() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        String url =
                "rediss://usher@localhost:%d?passwordfile=%s&sslrootcert=%s&sslcert=%s&sslkey=%s"
                        .formatted(port, password, own.certificate(), own.certificate(), own.key());
        try (Ledger ledger = open(url);
                Ledger other = open(url)) {
            useAll(ledger);
            hear(ledger, other);
        }
        try (Jedis jedis = server.connect()) {
            assertEquals(List.of(), jedis.aclLog());
        }
        try (Ledger frozen = RedisLedger.open(url, RedisOptions.frozen())) {
            assertEquals(2, frozen.heads().scan(null, 10).size());
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_is_not_believed() {
        String proof = "&sslcert=%s&sslkey=%s".formatted(own.certificate(), own.key());
        String url =
                "rediss://usher:secret@localhost:%d?sslrootcert=%s%s"
                        .formatted(port, foreign.certificate(), proof);
        assertTrue(refused(url).contains("TLS"), refused(url));
    }

    @Test
    void a_node_that_proves_nothing_is_not_let_in() {
        String url =
                "rediss://usher:secret@localhost:%d?sslrootcert=%s"
                        .formatted(port, own.certificate());
        String said = refused(url);
        assertTrue(said.startsWith("rediss://localhost:%d/0".formatted(port)), said);
        assertFalse(said.contains("secret"), said);
    }

    private static void useAll(Ledger ledger) {
        StreamId stream = Appends.newStream();
        Append plain = Appends.after(stream, Position.START);
        Append append =
                new Append(
                        stream,
                        plain.follows(),
                        plain.id(),
                        plain.facts(),
                        List.of(new Key("word")),
                        plain.acceptUntilMillis(),
                        plain.acceptUntilMillis());
        assertEquals(new Outcome.Appended(append.position()), Appends.outcome(ledger, append));
        assertEquals(1, ledger.read(stream, 0, 10).size());
        assertEquals(1, ledger.find(new Key("word")).size());
        assertEquals(0, ledger.deadlines().due(1, 10).size());
        Snapshot snapshot = new Snapshot(stream, append.position(), append.facts());
        ledger.snapshots().store(snapshot);
        assertEquals(snapshot, ledger.snapshots().latest(stream));
    }

    /// By the channel, on which a user has rights of its own.
    private static void hear(Ledger ledger, Ledger other) {
        StreamId stream = Appends.newStream();
        AtomicBoolean heard = new AtomicBoolean();
        other.heads().listen(_ -> heard.set(true));
        AtomicReference<Position> head = new AtomicReference<>(Position.START);
        Patience.until(
                () -> {
                    Append next = Appends.after(stream, head.get());
                    Appends.outcome(ledger, next);
                    head.set(next.position());
                    return heard.get();
                });
    }

    private static String refused(String url) {
        return assertThrows(LedgerException.class, () -> open(url).close()).getMessage();
    }

    private static Ledger open(String url) {
        return RedisLedger.open(url, RedisOptions.standard());
    }
}
