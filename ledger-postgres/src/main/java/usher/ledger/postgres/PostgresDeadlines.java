package usher.ledger.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import usher.ledger.Deadlines;

/// When streams are due, by the rows of their heads. Thread-safe.
final class PostgresDeadlines implements Deadlines {

    private static final String DUE =
            "SELECT stream, due_at FROM head WHERE due_at <= ? ORDER BY due_at, stream LIMIT ?";

    private final Readers readers;

    PostgresDeadlines(Readers readers) {
        this.readers = readers;
    }

    @Override
    public List<Due> due(long untilMillis, int max) {
        return readers.ask(
                reader -> {
                    PreparedStatement select = reader.statement(DUE);
                    select.setLong(1, untilMillis);
                    select.setInt(2, max);
                    List<Due> due = new ArrayList<>();
                    try (ResultSet rows = select.executeQuery()) {
                        while (rows.next()) {
                            due.add(new Due(Streams.stream(rows, 1), rows.getLong(2)));
                        }
                    }
                    return due;
                });
    }
}
