package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import usher.ledger.Append;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.Notes.Note;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;
import usher.ledger.conformance.Appends;
import usher.ledger.conformance.Journals;
import usher.ledger.conformance.Patience;
import usher.test.servers.RedisProcess;
import usher.test.servers.Wire;

/// What a node sees when a replica takes over: it goes on there by itself, and knows whether
/// anything was lost.
final class FailoverTest {

    private static final int STREAMS = 4;
    private static final int NOTES = 20;
    private static final long MOMENT_MILLIS = 300;

    private final RedisProcess master = RedisProcess.durable("--repl-diskless-sync-delay", "0");
    private final Wire wire = Wire.to(master.port());
    private final RedisProcess replica =
            RedisProcess.durable("--replicaof", "127.0.0.1", String.valueOf(wire.port()));
    private final String url =
            "redis://localhost:%d,localhost:%d".formatted(master.port(), replica.port());

    @AfterEach
    void close() {
        replica.close();
        wire.close();
        master.close();
    }

    @Test
    void a_replica_that_writes_wait_for_has_all_that_was_acknowledged()
            throws InterruptedException {
        awaitReplica();
        try (RedisProcess _ = follower();
                Ledger node = open(url + "?replicas=1");
                Journals journals = Journals.begin(STREAMS, List.of(node))) {
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
            master.kill();
            promote();
            journals.areTrue(node);
        }
    }

    @Test
    void a_replica_that_lacks_what_was_acknowledged_is_recognized() {
        StreamId stream = Appends.newStream();
        try (Ledger node = open(url)) {
            awaitReplica();
            Append first = Appends.after(stream, Position.START);
            assertEquals(new Outcome.Appended(first.position()), Appends.outcome(node, first));
            Patience.until(() -> has(first));
            wire.cut();
            Append lost = Appends.after(stream, first.position());
            assertEquals(new Outcome.Appended(lost.position()), Appends.outcome(node, lost));
            master.kill();
            promote();

            Append next = Appends.after(stream, lost.position());
            Patience.until(() -> Appends.outcome(node, next) instanceof Outcome.Rewound);
            assertEquals(new Outcome.Rewound(first.position()), Appends.outcome(node, next));
        }
    }

    @Test
    void without_the_replica_that_is_waited_for_nobody_knows_until_it_is_back() {
        StreamId stream = Appends.newStream();
        try (Ledger node = open(url + "?replicas=1")) {
            awaitReplica();
            Append first = Appends.after(stream, Position.START);
            assertEquals(new Outcome.Appended(first.position()), Appends.outcome(node, first));
            wire.cut();
            Append next = Appends.after(stream, first.position());
            assertInstanceOf(Outcome.Unknown.class, Appends.outcome(node, next));
            assertInstanceOf(Outcome.Unknown.class, Appends.outcome(node, next));

            wire.mend();
            Patience.until(() -> Appends.outcome(node, next) instanceof Outcome.Conflict);
            Patience.until(() -> has(next));
        }
    }

    @Test
    void a_replica_that_notes_wait_for_has_all_that_were_written() {
        awaitReplica();
        List<Note> written = new ArrayList<>();
        try (RedisProcess _ = follower();
                Ledger node = open(url + "?replicas=1")) {
            for (int i = 0; i < NOTES; i++) {
                Note note = Note.none("note-%02d".formatted(i)).saying("text " + i);
                assertTrue(node.notes().write(note));
                written.add(note.written());
            }
            master.kill();
            promote();
            Patience.until(() -> isNoted(node));
            assertEquals(written, node.notes().list("note-", "", NOTES + 1));
        }
    }

    @Test
    void without_the_replica_that_is_waited_for_no_note_counts_as_written() {
        try (Ledger node = open(url + "?replicas=1")) {
            awaitReplica();
            assertTrue(node.notes().write(Note.none("note").saying("first")));
            wire.cut();
            Note next = new Note("note", 1, "next");
            assertThrows(LedgerException.class, () -> node.notes().write(next));
            assertThrows(LedgerException.class, () -> node.notes().remove(next.written()));

            wire.mend();
            Patience.until(() -> isNoted(node));
            assertEquals(List.of(), node.notes().list("note", "", 1));
            Patience.until(() -> !has("note"));
        }
    }

    /// Whether something can be noted now, beside what a test looks at.
    private static boolean isNoted(Ledger node) {
        try {
            return node.notes().write(node.notes().last("beside"));
        } catch (LedgerException e) {
            return false;
        }
    }

    private static Ledger open(String at) {
        return RedisLedger.open(at, RedisOptions.standard());
    }

    /// Somebody whom the new master can wait for, as soon as it is one.
    private RedisProcess follower() {
        return RedisProcess.durable("--replicaof", "127.0.0.1", String.valueOf(replica.port()));
    }

    private void promote() {
        try (Jedis jedis = replica.connect()) {
            jedis.replicaofNoOne();
        }
    }

    private void awaitReplica() {
        Patience.until(() -> info(replica).contains("master_link_status:up"));
        Patience.until(() -> info(master).contains("state=online"));
    }

    private static String info(RedisProcess server) {
        try (Jedis jedis = server.connect()) {
            return jedis.info("replication");
        }
    }

    /// Whether the replica has a note called `name`.
    private boolean has(String name) {
        byte[] notes = new Keyspace("usher").notes(Keyspace.bucketOf(name));
        try (Jedis jedis = replica.connect()) {
            return jedis.hexists(notes, Keyspace.bytes(name));
        }
    }

    /// Whether the replica has the entry of `append`.
    private boolean has(Append append) {
        Keyspace keys = new Keyspace("usher");
        try (Jedis jedis = replica.connect()) {
            byte[] head =
                    jedis.hget(
                            keys.heads(Keyspace.bucketOf(append.stream())),
                            Keyspace.bytes(append.stream().value().toString()));
            return head != null && EntryName.read(head).equals(append.position());
        }
    }
}
