package usher.ledger.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.util.JedisClusterCRC16;
import usher.domain.EventId;
import usher.ledger.StreamId;

/// Where things are kept. What these tests say must never change: there are ledgers.
final class KeyspaceTest {

    private static final StreamId STREAM =
            new StreamId(UUID.fromString("0197a3f2-5e01-7000-8000-000000100000"));

    private final Keyspace keys = new Keyspace("usher");

    @Test
    void streams_stay_in_their_buckets() {
        assertEquals(0, Keyspace.bucketOf(StreamId.CATALOG));
        assertEquals(63, Keyspace.bucketOf(STREAM));
    }

    @Test
    void notes_stay_in_their_buckets() {
        assertEquals(3, Keyspace.bucketOf("relay/lease"));
        assertEquals(7, Keyspace.bucketOf("relay/at/" + StreamId.CATALOG.value()));
        assertEquals(60, Keyspace.bucketOf("a"));
    }

    @Test
    void keys_keep_their_names() {
        assertEquals("usher:{b07}:heads", text(keys.heads(7)));
        assertEquals("usher:{b63}:streams", text(keys.streams(63)));
        assertEquals("usher:{b07}:due", text(keys.due(7)));
        assertEquals("usher:{b07}:filed", text(keys.filed(7)));
        assertEquals("usher:{b63}:entries:" + STREAM.value(), text(keys.entries(STREAM)));
        assertEquals("usher:{b63}:snapshot:" + STREAM.value(), text(keys.snapshot(STREAM)));
        assertEquals("usher:{b07}:notes", text(keys.notes(7)));
        assertEquals("usher:{b07}:names", text(keys.names(7)));
        assertEquals("usher:{b00}:format", text(keys.format()));
        assertEquals("usher:signals", text(keys.signals()));
    }

    @Test
    void all_that_one_append_changes_is_in_one_slot_of_a_cluster() {
        int bucket = Keyspace.bucketOf(STREAM);
        List<byte[]> changed = new ArrayList<>(keys.shared(bucket));
        changed.add(keys.entries(STREAM));
        changed.add(keys.snapshot(STREAM));
        for (byte[] key : changed) {
            assertEquals(Keyspace.slotOf(bucket), JedisClusterCRC16.getSlot(key));
        }
    }

    @Test
    void buckets_are_spread_over_the_servers_of_a_cluster() {
        Set<Integer> slots = new HashSet<>();
        int[] buckets = new int[3];
        for (int bucket = 0; bucket < Keyspace.BUCKETS; bucket++) {
            slots.add(Keyspace.slotOf(bucket));
            buckets[Keyspace.slotOf(bucket) * 3 / 16_384]++;
        }
        assertEquals(Keyspace.BUCKETS, slots.size());
        for (int count : buckets) assertTrue(count >= 18, "too few for one server: " + count);
    }

    @Test
    void events_are_spread_over_the_buckets() {
        int[] events = new int[Keyspace.BUCKETS];
        for (int i = 0; i < 6_400; i++) {
            events[Keyspace.bucketOf(StreamId.of(EventId.of(1_795_000_000_000L + i, i)))]++;
        }
        for (int count : events) assertTrue(count > 50 && count < 200, "uneven: " + count);
    }

    @Test
    void a_note_and_its_name_are_in_one_slot_of_a_cluster() {
        assertEquals(Keyspace.slotOf(7), JedisClusterCRC16.getSlot(keys.notes(7)));
        assertEquals(Keyspace.slotOf(7), JedisClusterCRC16.getSlot(keys.names(7)));
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
