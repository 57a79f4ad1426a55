package usher.ledger.redis;

import java.util.ArrayList;
import java.util.List;
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
        byte[] from = after == null ? NameScan.first() : NameScan.beside(after.value().toString());
        NameScan scan = new NameScan(readers, keys::streams, from, NameScan.last());
        List<String> streams = scan.next(max);
        List<@Nullable Object> found =
                HashFields.read(readers, streams, RedisHeads::bucketOf, keys::heads);
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            heads.add(new Head(Replies.stream(streams.get(i)), position(found.get(i))));
        }
        return heads;
    }

    @Override
    public AutoCloseable listen(Consumer<StreamId> listener) {
        return signals.listen(listener);
    }

    @Override
    public AutoCloseable listenToOthers(Consumer<StreamId> listener) {
        return signals.listenToOthers(listener);
    }

    private static int bucketOf(String stream) {
        return Keyspace.bucketOf(Replies.stream(stream));
    }

    private static Position position(@Nullable Object name) {
        return name == null ? Position.START : EntryName.read(Replies.bytes(name));
    }
}
