package usher.ledger.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// Where a ledger is. [#toString] is for people and logs; the password is for the driver only.
///
/// @param hosts one or several, each perhaps with a port, separated by commas
/// @param schema where the tables are
/// @param properties what the driver is told, the password among it
record PostgresUrl(String hosts, String database, String schema, Properties properties) {

    /// Whether `url` names a ledger in PostgreSQL.
    static boolean isOne(String url) {
        return url.startsWith("postgresql:") || url.startsWith("postgres:");
    }

    /// What the driver calls it.
    String jdbc() {
        String encoded = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://%s/%s".formatted(hosts, encoded);
    }

    @Override
    public String toString() {
        return "postgresql://%s@%s/%s".formatted(properties.getProperty("user"), hosts, database);
    }
}
