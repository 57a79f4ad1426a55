package usher.ledger.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// Shorter histories, one hash for each stream that has one. Thread-safe.
final class RedisSnapshots implements Snapshots {

    private final Readers readers;
    private final Keyspace keys;

    RedisSnapshots(Readers readers, Keyspace keys) {
        this.readers = readers;
        this.keys = keys;
    }

    @Override
    public @Nullable Snapshot latest(StreamId stream) {
        Errand errand =
                Errand.of(
                        Keyspace.bucketOf(stream),
                        Command.HMGET,
                        keys.snapshot(stream),
                        Keyspace.bytes("entry"),
                        Keyspace.bytes("facts"));
        List<?> told = Replies.list(readers.ask(errand));
        if (told.get(0) == null) return null;
        byte[] facts = Replies.bytes(told.get(1));
        return new Snapshot(
                stream,
                EntryName.read(Replies.bytes(told.get(0))),
                FactCodec.read(facts, 0, facts.length));
    }

    @Override
    public void store(Snapshot snapshot) {
        JsonBytes json = new JsonBytes(1 << 12);
        FactCodec.write(snapshot.facts(), json);
        List<byte[]> words =
                List.of(
                        Keyspace.bytes("1"),
                        keys.snapshot(snapshot.stream()),
                        EntryName.of(snapshot.position()),
                        json.toByteArray());
        readers.ask(Errand.of(Keyspace.bucketOf(snapshot.stream()), Script.SNAPSHOT, words));
    }
}
