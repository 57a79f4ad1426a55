package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.FlushMode;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Believer;
import usher.ledger.conformance.Journals;
import usher.ledger.conformance.NoteFaults;
import usher.ledger.conformance.Patience;
import usher.test.servers.RedisProcess;
import usher.test.servers.Wire;

/// What a server, and the way to it, may do to a node: nothing that was acknowledged is lost,
/// nothing is written twice, and it goes on by itself as soon as it can.
final class FaultsTest {

    private static final int STREAMS = 8;
    private static final long MOMENT_MILLIS = 200;

    private final RedisProcess server = RedisProcess.durable();
    private final Wire wire = Wire.to(server.port());
    private final Ledger node = open("redis://localhost:" + wire.port());
    private final Ledger peer = open(server.url());
    private final StreamId stream = Appends.newStream();

    @AfterEach
    void close() {
        node.close();
        peer.close();
        wire.close();
        server.close();
    }

    @Test
    void an_append_whose_reply_is_swallowed_is_unknown_and_found_by_its_repeat() {
        Append append = Appends.after(stream, appended(node, Position.START));
        wire.mute();
        CompletionStage<List<Outcome>> end = node.append(List.of(append));
        Patience.until(() -> peer.heads().of(stream).equals(append.position()));
        wire.breakAll();
        wire.mend();
        assertInstanceOf(Outcome.Unknown.class, Appends.settled(end));

        assertEquals(new Outcome.Conflict(List.of(append.entry())), repeated(node, append));
        assertEquals(2, peer.read(stream, 0, 10).size());
    }

    @Test
    void connections_that_break_again_and_again_lose_and_double_nothing()
            throws InterruptedException {
        try (Journals journals = Journals.begin(STREAMS, List.of(node, peer))) {
            for (int i = 0; i < 20; i++) {
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS / 4);
                wire.breakAll();
            }
            journals.areTrue(peer);
        }
    }

    @Test
    void a_server_that_cannot_be_reached_refuses_and_is_found_again() {
        Append append = Appends.after(stream, appended(node, Position.START));
        wire.cut();
        Patience.until(() -> Appends.outcome(node, append) instanceof Outcome.Unavailable);
        assertThrows(LedgerException.class, () -> node.read(stream, 0, 10));

        wire.mend();
        Patience.until(() -> Appends.outcome(node, append) instanceof Outcome.Conflict);
        assertEquals(append.position(), node.heads().of(stream));
    }

    @Test
    void a_note_whose_reply_is_swallowed_is_not_written_twice() {
        NoteFaults.isNotWrittenTwice(node, peer, wire::mute, this::heal);
    }

    @Test
    void notes_go_on_once_the_server_is_found_again() {
        NoteFaults.goOn(node, wire::cut, wire::mend);
    }

    @Test
    void notes_survive_that_a_server_forgets_scripts_and_is_killed() {
        Note note = Note.none("note");
        for (int i = 0; i < 3; i++) {
            try (Jedis jedis = server.connect()) {
                jedis.scriptFlush(FlushMode.SYNC);
            }
            assertTrue(node.notes().write(note));
            note = note.written();
        }
        server.kill();
        server.start();
        assertEquals(note, peer.notes().find("note"));
    }

    @Test
    void a_server_that_takes_no_writes_keeps_the_notes_as_they_are() {
        assertTrue(NoteFaults.isWritten(node, Note.none("note")));
        set("min-replicas-to-write", "1");
        Note next = new Note("note", 1, "next");
        assertThrows(LedgerException.class, () -> node.notes().write(next));
        assertEquals(1, node.notes().list("", "", 10).getFirst().revision());

        set("min-replicas-to-write", "0");
        assertTrue(NoteFaults.isWritten(node, next));
    }

    @Test
    void a_server_killed_under_load_has_all_that_it_acknowledged() throws InterruptedException {
        try (Journals journals = Journals.begin(STREAMS, List.of(node, peer))) {
            for (int i = 0; i < 3; i++) {
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
                server.kill();
                TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
                server.start();
                Patience.until(() -> isTaken(node) && isTaken(peer));
            }
            journals.areTrue(peer);
        }
    }

    @Test
    void a_server_that_forgets_the_scripts_is_told_them_again() {
        Position head = appended(node, Position.START);
        for (int i = 0; i < 5; i++) {
            try (Jedis jedis = server.connect()) {
                jedis.scriptFlush(FlushMode.SYNC);
            }
            head = appended(node, head);
        }
        assertEquals(6, peer.read(stream, 0, 10).size());
    }

    @Test
    void a_server_without_memory_refuses_what_is_new_and_can_be_read() {
        Position head = appended(node, Position.START);
        set("maxmemory", "1");
        Append append = Appends.after(stream, head);
        assertInstanceOf(Outcome.Unavailable.class, Appends.outcome(node, append));
        assertEquals(1, node.read(stream, 0, 10).size());
        assertEquals(new Outcome.Appended(head), Appends.outcome(node, check(head)));

        set("maxmemory", "0");
        assertEquals(new Outcome.Appended(append.position()), Appends.outcome(node, append));
    }

    @Test
    void a_server_that_misses_its_replicas_answers_nothing_new() {
        Position head = appended(node, Position.START);
        set("min-replicas-to-write", "1");
        Append append = Appends.after(stream, head);
        assertInstanceOf(Outcome.Unavailable.class, Appends.outcome(node, append));
        assertInstanceOf(Outcome.Unavailable.class, Appends.outcome(node, check(head)));

        set("min-replicas-to-write", "0");
        assertEquals(new Outcome.Appended(append.position()), Appends.outcome(node, append));
    }

    /// A replica may be behind: it must not say either that nothing has happened.
    @Test
    void a_server_that_becomes_a_replica_answers_nothing_until_it_is_none_any_more() {
        Position head = appended(node, Position.START);
        try (Jedis jedis = server.connect()) {
            jedis.replicaof("127.0.0.1", RedisProcess.freePort());
            Append append = Appends.after(stream, head);
            assertInstanceOf(Outcome.Unavailable.class, Appends.outcome(node, append));
            assertInstanceOf(Outcome.Unavailable.class, Appends.outcome(peer, check(head)));

            jedis.replicaofNoOne();
            Patience.until(() -> Appends.outcome(node, append) instanceof Outcome.Appended);
        }
    }

    /// A negative control: who takes an unknown end for success must be caught.
    @Test
    void a_ledger_that_believes_in_what_it_cannot_know_is_caught() throws InterruptedException {
        Believer.isCaught(STREAMS, node, peer, this::cutForAMoment);
    }

    /// Another: a server that keeps nothing on the disk must be caught when it is killed.
    @Test
    void a_server_that_keeps_nothing_is_caught() throws InterruptedException {
        RedisOptions relaxed = RedisOptions.standard().withRelaxedAllowed(true);
        AtomicInteger taken = new AtomicInteger();
        try (RedisProcess careless = RedisProcess.durable("--appendonly", "no");
                Ledger ledger = RedisLedger.open(careless.url(), relaxed);
                Journals journals = Journals.at(STREAMS, List.of(noting(taken, ledger)))) {
            Patience.until(() -> taken.get() > 0);
            careless.kill();
            careless.start();
            assertThrows(AssertionError.class, () -> journals.areTrue(ledger));
        }
    }

    /// Whether `note` was written now, and not whether it was before.
    private void heal() {
        wire.breakAll();
        wire.mend();
    }

    private void cutForAMoment() throws InterruptedException {
        wire.cut();
        TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS / 10);
        wire.mend();
    }

    /// How appends end at `ledger`, where those are counted that are `taken`.
    private static Function<Append, Outcome> noting(AtomicInteger taken, Ledger ledger) {
        return append -> {
            Outcome end = Appends.outcome(ledger, append);
            if (end instanceof Outcome.Appended) taken.incrementAndGet();
            return end;
        };
    }

    private Position appended(Ledger ledger, Position follows) {
        Append append = Appends.after(stream, follows);
        assertEquals(new Outcome.Appended(append.position()), Appends.outcome(ledger, append));
        return append.position();
    }

    private Append check(Position head) {
        return new Append(stream, head, 1, List.of(), List.of(), Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private static boolean isTaken(Ledger ledger) {
        Append append = Appends.after(Appends.newStream(), Position.START);
        return Appends.outcome(ledger, append) instanceof Outcome.Appended;
    }

    /// The end of `append`, repeated until somebody knows it.
    private static Outcome repeated(Ledger ledger, Append append) {
        Outcome[] end = new Outcome[1];
        Patience.until(
                () -> {
                    end[0] = Appends.outcome(ledger, append);
                    return !(end[0] instanceof Outcome.Unknown
                            || end[0] instanceof Outcome.Unavailable);
                });
        return end[0];
    }

    private void set(String setting, String value) {
        try (Jedis jedis = server.connect()) {
            jedis.configSet(setting, value);
        }
    }

    private static Ledger open(String url) {
        return RedisLedger.open(url, RedisOptions.standard());
    }
}
