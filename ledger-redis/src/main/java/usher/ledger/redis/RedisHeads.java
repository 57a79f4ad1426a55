package usher.ledger.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.Heads;
import usher.ledger.Position;
import usher.ledger.Signals;
import usher.ledger.StreamId;

/// Where each stream stands, by the hashes that appends compare and change. Thread-safe.
final class RedisHeads implements Heads {

    private final Readers readers;
    private final Keyspace keys;
    private final Signals signals;

    RedisHeads(Readers readers, Keyspace keys, Signals signals) {
        this.readers = readers;
        this.keys = keys;
        this.signals = signals;
    }

    @Override
    public Position of(StreamId stream) {
        int bucket = Keyspace.bucketOf(stream);
        byte[] name = Keyspace.bytes(stream.value().toString());
        return position(readers.ask(Errand.of(bucket, Command.HGET, keys.heads(bucket), name)));
    }

    @Override
    public List<Head> scan(@Nullable StreamId after, int max) {
        return heads(new StreamScan(readers, keys, after).next(max));
    }

    @Override
    public AutoCloseable listen(Consumer<StreamId> listener) {
        return signals.listen(listener);
    }

    /// The heads of `streams`, in their order, with one question for each bucket.
    private List<Head> heads(List<StreamId> streams) {
        SortedMap<Integer, List<byte[]>> asked = new TreeMap<>();
        for (StreamId stream : streams) {
            int bucket = Keyspace.bucketOf(stream);
            asked.computeIfAbsent(bucket, b -> new ArrayList<>(List.of(keys.heads(b))))
                    .add(Keyspace.bytes(stream.value().toString()));
        }
        List<Errand> errands = new ArrayList<>();
        asked.forEach(
                (bucket, words) ->
                        errands.add(
                                Errand.of(bucket, Command.HMGET, words.toArray(byte[][]::new))));
        readers.ask(errands);
        return told(streams, errands);
    }

    private List<Head> told(List<StreamId> streams, List<Errand> errands) {
        SortedMap<Integer, List<?>> told = new TreeMap<>();
        for (Errand errand : errands) {
            told.put(errand.bucket(), new ArrayList<>(Replies.list(readers.said(errand))));
        }
        List<Head> heads = new ArrayList<>();
        for (StreamId stream : streams) {
            List<?> next = told.get(Keyspace.bucketOf(stream));
            if (next == null) throw new IllegalStateException("nobody asked for " + stream);
            heads.add(new Head(stream, position(next.removeFirst())));
        }
        return heads;
    }

    private static Position position(@Nullable Object name) {
        return name == null ? Position.START : EntryName.read(Replies.bytes(name));
    }
}
