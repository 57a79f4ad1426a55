package usher.ledger.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Somebody who writes to the SQLite file and takes long, so that nothing can be filed meanwhile.
final class OtherWriter implements AutoCloseable {

    private final Connection connection;

    OtherWriter(Path database) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Database.run(connection, "PRAGMA busy_timeout=60000");
        Database.run(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void close() throws SQLException {
        Database.run(connection, "ROLLBACK");
        connection.close();
    }
}
