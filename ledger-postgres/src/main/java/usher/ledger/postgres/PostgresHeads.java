package usher.ledger.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.ledger.Heads;
import usher.ledger.Position;
import usher.ledger.Signals;
import usher.ledger.StreamId;

/// Where each stream stands, by the rows that appends compare and move. Thread-safe.
final class PostgresHeads implements Heads {

    private static final String ALL = "SELECT stream, version, id FROM head";
    private static final String IN_ORDER = " ORDER BY stream LIMIT ?";

    private final Readers readers;
    private final Signals signals;

    PostgresHeads(Readers readers, Signals signals) {
        this.readers = readers;
        this.signals = signals;
    }

    @Override
    public Position of(StreamId stream) {
        return readers.ask(
                reader -> {
                    PreparedStatement select =
                            reader.statement("SELECT version, id FROM head WHERE stream = ?");
                    select.setObject(1, stream.value());
                    try (ResultSet rows = select.executeQuery()) {
                        if (!rows.next()) return Position.START;
                        return new Position(rows.getLong(1), rows.getLong(2));
                    }
                });
    }

    @Override
    public List<Head> scan(@Nullable StreamId after, int max) {
        UUID last = after == null ? null : after.value();
        return readers.ask(
                reader -> {
                    int number = 1;
                    String where = last == null ? "" : " WHERE stream > ?";
                    PreparedStatement select = reader.statement(ALL + where + IN_ORDER);
                    if (last != null) select.setObject(number++, last);
                    select.setInt(number, max);
                    return heads(select);
                });
    }

    @Override
    public AutoCloseable listen(Consumer<StreamId> listener) {
        return signals.listen(listener);
    }

    @Override
    public AutoCloseable listenToOthers(Consumer<StreamId> listener) {
        return signals.listenToOthers(listener);
    }

    private static List<Head> heads(PreparedStatement select) throws SQLException {
        List<Head> heads = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Position position = new Position(rows.getLong(2), rows.getLong(3));
                heads.add(new Head(Streams.stream(rows, 1), position));
            }
        }
        return heads;
    }
}
