package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Jedis;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Patience;
import usher.test.servers.RedisProcess;

/// Which servers a node uses, and which it does not.
final class StartTest {

    private static RedisProcess server;

    @BeforeAll
    static void start() {
        server = RedisProcess.durable();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void reset() {
        set("appendonly", "yes");
        set("appendfsync", "always");
        set("no-appendfsync-on-rewrite", "no");
        set("maxmemory-policy", "noeviction");
        try (Jedis jedis = server.connect()) {
            jedis.flushAll();
        }
    }

    @Test
    void one_that_keeps_what_it_answers_is_used() {
        try (Ledger ledger = open(server.url())) {
            assertFalse(ledger.isRelaxed());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "appendonly, no, appendonly yes",
        "appendfsync, everysec, appendfsync always",
        "no-appendfsync-on-rewrite, yes, no-appendfsync-on-rewrite no",
        "maxmemory-policy, allkeys-lru, maxmemory-policy noeviction"
    })
    void one_that_may_lose_what_it_answered_is_used_only_if_that_is_allowed(
            String setting, String value, String advice) {
        set(setting, value);
        String said = refused(server.url());
        assertTrue(said.contains("set there %s, or set USHER".formatted(advice)), said);
        RedisOptions relaxed = RedisOptions.standard().withRelaxedAllowed(true);
        try (Ledger ledger = RedisLedger.open(server.url(), relaxed)) {
            assertTrue(ledger.isRelaxed());
        }
    }

    /// Somebody else may run the server and let nobody look.
    @Test
    void one_that_does_not_tell_how_it_is_set_is_not_trusted() {
        user("mute", "~*", "&*", "+@all", "-config");
        String said = refused(server.url().replace("//", "//mute:word@"));
        assertTrue(said.contains("appendfsync always"), said);
    }

    @Test
    void one_that_cannot_be_reached_or_lets_nobody_in_is_named_without_the_password() {
        for (String url :
                new String[] {
                    "redis://ann:secret@localhost:1", server.url().replace("//", "//ann:secret@")
                }) {
            String said = refused(url);
            assertTrue(said.startsWith("redis://localhost:"), said);
            assertFalse(said.contains("secret"), said);
        }
    }

    @Test
    void a_replica_is_not_written_to() {
        String port = String.valueOf(server.port());
        try (RedisProcess replica = RedisProcess.durable("--replicaof", "127.0.0.1", port)) {
            assertTrue(refused(replica.url()).contains("replica"));
            String both = "redis://localhost:%d,localhost:%s".formatted(replica.port(), port);
            open(both).close();
        }
    }

    @Test
    void a_ledger_of_a_later_release_is_not_touched() {
        try (Jedis jedis = server.connect()) {
            jedis.set("usher:{b00}:format", "2");
        }
        assertTrue(refused(server.url()).contains("later release"));
    }

    @Test
    void two_ledgers_with_names_of_their_own_may_share_a_server() {
        StreamId stream = Appends.newStream();
        try (Ledger one = open(server.url() + "?prefix=one");
                Ledger other = open(server.url() + "?prefix=other")) {
            Append append = Appends.after(stream, Position.START);
            assertInstanceOf(Outcome.Appended.class, Appends.outcome(one, append));
            assertEquals(Position.START, other.heads().of(stream));
        }
    }

    @Test
    void who_only_looks_needs_a_ledger_that_nobody_uses_and_writes_nothing() {
        String url = server.url();
        assertTrue(message(() -> look(url)).contains("there is no ledger here"));
        StreamId stream = Appends.newStream();
        Append first = Appends.after(stream, Position.START);
        try (Ledger ledger = open(url)) {
            Appends.outcome(ledger, first);
            Patience.until(() -> message(() -> look(url)).contains("nodes use this ledger (1"));
        }
        try (Ledger frozen = look(url)) {
            assertEquals(1, frozen.read(stream, 0, 10).size());
            Append next = Appends.after(stream, first.position());
            assertInstanceOf(Outcome.Unavailable.class, Appends.outcome(frozen, next));
            assertEquals(first.position(), frozen.heads().of(stream));
            Note note = Note.none("note");
            assertThrows(LedgerException.class, () -> frozen.notes().write(List.of(note)));
            assertNull(frozen.notes().find("note"));
        }
    }

    private static void set(String setting, String value) {
        try (Jedis jedis = server.connect()) {
            jedis.configSet(setting, value);
        }
    }

    private static void user(String name, String... rights) {
        String[] all = new String[rights.length + 3];
        all[0] = "reset";
        all[1] = "on";
        all[2] = ">word";
        System.arraycopy(rights, 0, all, 3, rights.length);
        try (Jedis jedis = server.connect()) {
            jedis.aclSetUser(name, all);
        }
    }

    private static String refused(String url) {
        return message(() -> open(url).close());
    }

    private static String message(Runnable what) {
        return assertThrows(LedgerException.class, what::run).getMessage();
    }

    private static Ledger open(String url) {
        return RedisLedger.open(url, RedisOptions.standard());
    }

    private static Ledger look(String url) {
        return RedisLedger.open(url, RedisOptions.frozen());
    }
}
