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
///
/// @param prefix what all keys begin with
record Keyspace(String prefix) {

    /// How many buckets there are.
    static final int BUCKETS = 64;

    private static final int BUCKET_BITS = 6;

    /// 2^64 divided by the golden ratio. Source: Knuth, *The Art of Computer Programming*, 6.4.
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    /// The bucket of `stream`, 0 to 63.
    static int bucketOf(StreamId stream) {
        long bits =
                stream.value().getMostSignificantBits() ^ stream.value().getLeastSignificantBits();
        return (int) ((bits * GOLDEN) >>> (Long.SIZE - BUCKET_BITS));
    }

    /// The slot that `bucket` has in a cluster.
    static int slotOf(int bucket) {
        return JedisClusterCRC16.getSlot(tag(bucket));
    }

    /// What all appends to the streams of `bucket` may change: heads, streams, deadlines, words.
    List<byte[]> shared(int bucket) {
        List<byte[]> keys = new ArrayList<>();
        for (String what : List.of("heads", "streams", "due", "filed")) {
            keys.add(key(bucket, what));
        }
        return keys;
    }

    /// The number and id of the last entry of each stream, a hash.
    byte[] heads(int bucket) {
        return key(bucket, "heads");
    }

    /// The streams in the order of their ids, a sorted set of equal scores.
    byte[] streams(int bucket) {
        return key(bucket, "streams");
    }

    /// The streams by when they are due, a sorted set.
    byte[] due(int bucket) {
        return key(bucket, "due");
    }

    /// Each word with each stream that is filed under it, a sorted set of equal scores.
    byte[] filed(int bucket) {
        return key(bucket, "filed");
    }

    /// The entries of one stream, a stream.
    byte[] entries(StreamId stream) {
        return key(bucketOf(stream), "entries:" + stream.value());
    }

    /// The newest snapshot of one stream, a hash.
    byte[] snapshot(StreamId stream) {
        return key(bucketOf(stream), "snapshot:" + stream.value());
    }

    /// In which way all this is kept, a number. In the bucket 0.
    byte[] format() {
        return key(0, "format");
    }

    /// The channel by which nodes tell each other of appends.
    byte[] signals() {
        return bytes(prefix + ":signals");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] key(int bucket, String what) {
        return bytes("%s:{%s}:%s".formatted(prefix, tag(bucket), what));
    }

    private static String tag(int bucket) {
        return bucket < 10 ? "b0" + bucket : "b" + bucket;
    }
}
