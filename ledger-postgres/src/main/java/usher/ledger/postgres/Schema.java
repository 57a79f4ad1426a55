package usher.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import usher.ledger.LedgerException;

/// The tables, functions and views, as this release needs them.
final class Schema {

    private static final String SCRIPTS = "classpath:usher/ledger/postgres/schema";

    private Schema() {}

    /// Creates what is missing, step by step as releases added it. Any number of nodes may do so
    /// at once. A schema of a later release stays as it is.
    ///
    /// @throws LedgerException if that cannot be done
    static void create(PostgresUrl url) {
        Properties properties = url.properties();
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(
                            url.jdbc(),
                            properties.getProperty("user"),
                            properties.getProperty("password", ""))
                    .jdbcProperties(others(properties))
                    .schemas(url.schema())
                    .locations(SCRIPTS)
                    .ignoreMigrationPatterns("*:future")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerException(
                    "%s: schema %s cannot be set up: %s"
                            .formatted(url, url.schema(), e.getMessage()),
                    e);
        }
    }

    /// @throws LedgerException if there is no ledger
    static void find(Connection connection, PostgresUrl url) throws SQLException {
        if (!hasTable(connection, url, "entry")) {
            throw new LedgerException(
                    "%s: there is no ledger in schema %s".formatted(url, url.schema()));
        }
    }

    /// Whether there is a place for notes, which the first releases did not have.
    static boolean hasNotes(Connection connection, PostgresUrl url) throws SQLException {
        return hasTable(connection, url, "note");
    }

    private static boolean hasTable(Connection connection, PostgresUrl url, String table)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT to_regclass(? || '.' || ?) IS NOT NULL")) {
            select.setString(1, url.schema());
            select.setString(2, table);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /// The driver's properties without those that Flyway is told apart.
    private static Map<String, String> others(Properties properties) {
        Map<String, String> others = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            boolean isApart = name.equals("user") || name.equals("password");
            if (!isApart) others.put(name, properties.getProperty(name));
        }
        return others;
    }
}
