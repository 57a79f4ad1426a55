package usher.ledger.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.util.JedisClusterCRC16;
import usher.ledger.StreamId;

/// The names of all keys of a ledger, and the bucket that each stream is in.
///
/// Everything about a stream is in keys with its bucket's number in braces, as
/// `usher:{b07}:heads`: a Redis Cluster keeps such keys together, so that one script may change
/// them. Which bucket a stream is in, and what the keys are called, never changes.
final class Keyspace {

    /// How many buckets there are.
    static final int BUCKETS = 64;

    private static final int BUCKET_BITS = 6;

    /// 2^64 divided by the golden ratio. Source: Knuth, *The Art of Computer Programming*, 6.4.
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private final byte[] signals;
    private final List<String> starts = new ArrayList<>();
    private final List<List<byte[]>> shared = new ArrayList<>();

    /// @param prefix what all keys begin with
    Keyspace(String prefix) {
        signals = bytes(prefix + ":signals");
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            starts.add("%s:{%s}:".formatted(prefix, tag(bucket)));
            shared.add(
                    List.of(
                            key(bucket, "heads"),
                            key(bucket, "streams"),
                            key(bucket, "due"),
                            key(bucket, "filed")));
        }
    }

    /// The bucket of `stream`, 0 to 63.
    static int bucketOf(StreamId stream) {
        long bits =
                stream.value().getMostSignificantBits() ^ stream.value().getLeastSignificantBits();
        return (int) ((bits * GOLDEN) >>> (Long.SIZE - BUCKET_BITS));
    }

    /// The bucket of the note called `name`.
    static int bucketOf(String name) {
        return (int) ((name.hashCode() * GOLDEN) >>> (Long.SIZE - BUCKET_BITS));
    }

    /// The slot that `bucket` has in a cluster.
    static int slotOf(int bucket) {
        return JedisClusterCRC16.getSlot(tag(bucket));
    }

    /// What all appends to the streams of `bucket` may change: heads, streams, deadlines, words.
    List<byte[]> shared(int bucket) {
        return shared.get(bucket);
    }

    /// The number and id of the last entry of each stream, a hash.
    byte[] heads(int bucket) {
        return shared.get(bucket).get(0);
    }

    /// The streams in the order of their ids, a sorted set of equal scores.
    byte[] streams(int bucket) {
        return shared.get(bucket).get(1);
    }

    /// The streams by when they are due, a sorted set.
    byte[] due(int bucket) {
        return shared.get(bucket).get(2);
    }

    /// Each word with each stream that is filed under it, a sorted set of equal scores.
    byte[] filed(int bucket) {
        return shared.get(bucket).get(3);
    }

    /// The entries of one stream, a stream.
    byte[] entries(StreamId stream) {
        return key(bucketOf(stream), "entries:" + stream.value());
    }

    /// The newest snapshot of one stream, a hash.
    byte[] snapshot(StreamId stream) {
        return key(bucketOf(stream), "snapshot:" + stream.value());
    }

    /// When what was used up of something will be there again, a number, gone by then.
    byte[] tally(int bucket, String name) {
        return key(bucket, "tally:" + name);
    }

    /// The notes of one bucket, a hash.
    byte[] notes(int bucket) {
        return key(bucket, "notes");
    }

    /// The names of the notes of one bucket, a sorted set of equal scores.
    byte[] names(int bucket) {
        return key(bucket, "names");
    }

    /// In which way all this is kept, a number. In the bucket 0.
    byte[] format() {
        return key(0, "format");
    }

    /// The channel by which nodes tell each other of appends.
    byte[] signals() {
        return signals;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] key(int bucket, String what) {
        return bytes(starts.get(bucket) + what);
    }

    private static String tag(int bucket) {
        return bucket < 10 ? "b0" + bucket : "b" + bucket;
    }
}
