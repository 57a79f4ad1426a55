package usher.ledger.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.ledger.Key;
import usher.ledger.Outcome;
import usher.ledger.shared.Call;

/// The one statement that writes: a call of the function `append`, which commits by itself.
///
/// Used by one thread.
final class AppendStatement implements AutoCloseable {

    private static final String CALL =
            "SELECT * FROM append(?, ?, ?, ?, ?, ?, ?, ?, ?, %d)"
                    .formatted(Outcome.Conflict.MISSED_MAX);

    private final Connection connection;
    private final PGConnection arrays;
    private final PreparedStatement statement;
    private final JsonBytes json = new JsonBytes(1 << 12);

    /// Why an append was not accepted.
    ///
    /// @param isFollowed whether the entry that it follows is there
    /// @param missed what comes after that one, the oldest first; nothing: it was too late
    record Objection(boolean isFollowed, List<Entry> missed) {

        private static Objection begin(boolean isFollowed) {
            return new Objection(isFollowed, new ArrayList<>());
        }
    }

    private AppendStatement(Connection connection) throws SQLException {
        this.connection = connection;
        arrays = connection.unwrap(PGConnection.class);
        statement = connection.prepareStatement(CALL);
    }

    static AppendStatement on(Connection connection) throws SQLException {
        try {
            return new AppendStatement(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Appends what can be appended, durably. `items` are in the order of their streams, each of
    /// which is there once; the answer has the objections against those that were not, by index.
    Map<Integer, Objection> run(List<Call.Item> items, long nowMillis) throws SQLException {
        bind(items, nowMillis);
        try (ResultSet rows = statement.executeQuery()) {
            Map<Integer, Objection> objections = new HashMap<>();
            while (rows.next()) {
                int index = rows.getInt(1) - 1;
                boolean isFollowed = rows.getBoolean(2);
                Objection objection =
                        objections.computeIfAbsent(index, i -> Objection.begin(isFollowed));
                rows.getLong(3);
                if (rows.wasNull()) continue;
                objection.missed().add(Streams.entry(items.get(index).append().stream(), rows, 3));
            }
            return objections;
        }
    }

    @Override
    public void close() {
        Sessions.close(connection);
    }

    private void bind(List<Call.Item> items, long nowMillis) throws SQLException {
        int size = items.size();
        UUID[] streams = new UUID[size];
        long[][] numbers = new long[5][size];
        @Nullable String[] texts = new @Nullable String[size];
        List<String> words = new ArrayList<>();
        List<Long> wordOf = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Append append = items.get(i).append();
            streams[i] = append.stream().value();
            numbers[0][i] = append.follows().version();
            numbers[1][i] = append.follows().id();
            numbers[2][i] = append.id();
            numbers[3][i] = append.deadlineMillis();
            numbers[4][i] = latest(append, nowMillis);
            texts[i] = append.isCheck() ? null : text(append);
            if (append.isCheck()) continue;
            for (Key key : append.keys()) {
                words.add(key.value());
                wordOf.add(i + 1L);
            }
        }
        statement.setArray(1, arrays.createArrayOf("uuid", streams));
        for (int i = 0; i < numbers.length; i++) {
            statement.setArray(2 + i, arrays.createArrayOf("int8", numbers[i]));
        }
        statement.setArray(7, arrays.createArrayOf("text", texts));
        statement.setArray(8, arrays.createArrayOf("text", words.toArray(String[]::new)));
        statement.setArray(9, arrays.createArrayOf("int8", wordOf.toArray(Long[]::new)));
    }

    /// Until when the server may accept it: not at all if it is too late by this node's measure.
    private static long latest(Append append, long nowMillis) {
        return nowMillis < append.acceptUntilMillis() ? append.acceptUntilMillis() : 0;
    }

    private String text(Append append) {
        FactCodec.write(append.facts(), json.clear());
        return new String(json.array(), 0, json.size(), StandardCharsets.UTF_8);
    }
}
