package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import usher.ledger.Ledger;
import usher.ledger.Notes;
import usher.ledger.Notes.Note;
import usher.test.servers.RedisProcess;

/// What a server has to do for notes.
final class NotesTest {

    private static final int NOTES = 2_000;
    private static final int TEXT_LENGTH = 1_000;
    private static final int PAGE = 10;

    private final RedisProcess server = RedisProcess.durable();
    private final Ledger ledger = RedisLedger.open(server.url(), RedisOptions.standard());
    private final Notes notes = ledger.notes();

    @AfterEach
    void close() {
        ledger.close();
        server.close();
    }

    /// A server that is asked for everything says ten times as much.
    @Test
    void a_page_of_notes_costs_what_is_in_it_however_many_there_are() {
        List<Note> many =
                IntStream.range(0, NOTES)
                        .mapToObj(number -> note("many/%04d".formatted(number)))
                        .toList();
        assertTrue(notes.write(many).stream().allMatch(isWritten -> isWritten));
        long before = bytesSent();
        List<Note> page = notes.list("many/", "many/0999", PAGE);
        long sent = bytesSent() - before;
        assertEquals(many.subList(1_000, 1_000 + PAGE).stream().map(Note::written).toList(), page);
        assertTrue(sent < NOTES * TEXT_LENGTH / 10, sent + " bytes");
    }

    @Test
    void a_note_that_is_removed_leaves_nothing_behind() {
        assertTrue(notes.write(note("gone")));
        assertTrue(notes.remove(note("gone").written()));
        Keyspace keys = new Keyspace("usher");
        int bucket = Keyspace.bucketOf("gone");
        try (Jedis jedis = server.connect()) {
            assertEquals(0, jedis.exists(keys.notes(bucket), keys.names(bucket)));
        }
    }

    private static Note note(String name) {
        return Note.none(name).saying("x".repeat(TEXT_LENGTH));
    }

    private long bytesSent() {
        try (Jedis jedis = server.connect()) {
            return jedis.info("stats")
                    .lines()
                    .filter(line -> line.startsWith("total_net_output_bytes:"))
                    .mapToLong(line -> Long.parseLong(line.split(":", 2)[1]))
                    .sum();
        }
    }
}
