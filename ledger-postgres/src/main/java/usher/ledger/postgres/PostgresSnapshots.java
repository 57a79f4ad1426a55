package usher.ledger.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.ledger.Position;
import usher.ledger.Snapshots;
import usher.ledger.StreamId;

/// Shorter histories, one row for each stream that has one. Thread-safe.
final class PostgresSnapshots implements Snapshots {

    private static final String STORE =
            "INSERT INTO snapshot AS s (stream, version, id, facts) VALUES (?, ?, ?, ?::json)"
                    + " ON CONFLICT (stream) DO UPDATE SET version = excluded.version,"
                    + " id = excluded.id, facts = excluded.facts"
                    + " WHERE s.version < excluded.version";

    private final Readers readers;

    PostgresSnapshots(Readers readers) {
        this.readers = readers;
    }

    @Override
    public @Nullable Snapshot latest(StreamId stream) {
        return readers.<@Nullable Snapshot>ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement(
                                    "SELECT version, id, facts::text FROM snapshot"
                                            + " WHERE stream = ?");
                    select.setObject(1, stream.value());
                    try (ResultSet rows = select.executeQuery()) {
                        if (!rows.next()) return null;
                        Position position = new Position(rows.getLong(1), rows.getLong(2));
                        byte[] facts = rows.getBytes(3);
                        return new Snapshot(
                                stream, position, FactCodec.read(facts, 0, facts.length));
                    }
                });
    }

    @Override
    public void store(Snapshot snapshot) {
        JsonBytes json = new JsonBytes(1 << 12);
        FactCodec.write(snapshot.facts(), json);
        String text = new String(json.array(), 0, json.size(), StandardCharsets.UTF_8);
        readers.ask(
                reader -> {
                    PreparedStatement store = reader.statement(STORE);
                    store.setObject(1, snapshot.stream().value());
                    store.setLong(2, snapshot.position().version());
                    store.setLong(3, snapshot.position().id());
                    store.setString(4, text);
                    return store.executeUpdate();
                });
    }
}
