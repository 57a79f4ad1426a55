package usher.ledger.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import usher.ledger.Append;
import usher.ledger.FactCodec;
import usher.ledger.JsonBytes;
import usher.ledger.Key;
import usher.ledger.shared.Call;

/// The one statement that writes: a call of the function `append`, which commits by itself.
///
/// Used by one thread.
final class AppendStatement implements AutoCloseable {

    private static final String CALL = "SELECT append(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PGConnection arrays;
    private final PreparedStatement statement;
    private final JsonBytes json = new JsonBytes(1 << 12);

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
    /// which is there once; the answer has the indexes of those that were appended.
    BitSet run(List<Call.Item> items, long nowMillis) throws SQLException {
        bind(items, nowMillis);
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return appended(rows.getArray(1), items.size());
        }
    }

    @Override
    public void close() {
        Sessions.close(connection);
    }

    private static BitSet appended(@Nullable Array numbers, int all) throws SQLException {
        BitSet appended = new BitSet(all);
        if (numbers == null) {
            appended.set(0, all);
        } else {
            for (Long number : (Long[]) numbers.getArray()) appended.set(number.intValue() - 1);
        }
        return appended;
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
