package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import usher.ledger.shared.ServerClock;

/// What the server's clock shows to a connection.
///
/// @param connection of the thread that asks
record ServerTime(Connection connection) implements ServerClock.Question<SQLException> {

    private static final String QUESTION =
            "SELECT (date_part('epoch', clock_timestamp()) * 1e6)::bigint";

    @Override
    public long micros() throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(QUESTION);
                ResultSet rows = ask.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
