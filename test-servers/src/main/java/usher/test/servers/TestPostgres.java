package usher.test.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL that all tests of a run share: the one that `USHER_TEST_POSTGRES` names, or an
/// embedded one that keeps what it acknowledges like any other.
public final class TestPostgres {

    private static final @Nullable String NAMED = System.getenv("USHER_TEST_POSTGRES");

    private TestPostgres() {}

    /// Its URL, without parameters.
    public static String url() {
        return NAMED == null ? Embedded.URL : NAMED;
    }

    /// The URL of a ledger in a schema of its own.
    public static String url(String schema) {
        return url() + (url().contains("?") ? "&" : "?") + "schema=" + schema;
    }

    /// Runs `sql` beside all ledgers.
    public static void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /// A connection of the test's own.
    public static Connection connect() throws SQLException {
        URI url = URI.create(url());
        String[] user = url.getUserInfo().split(":", 2);
        String password = user.length > 1 ? user[1] : "";
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath()),
                user[0],
                password);
    }

    /// A new embedded server that loses nothing that it acknowledged; the caller closes it.
    public static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100");
    }

    /// Started by whoever needs it first, and stopped with the process.
    private static final class Embedded {

        private static final String URL = start();

        private static String start() {
            try {
                int port = durable().start().getPort();
                return "postgresql://postgres@localhost:" + port + "/postgres";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
