package usher.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.test.servers.ServerKeys;
import usher.test.servers.TestPostgres;

/// A server that speaks TLS and asks for a password.
final class SecureServerTest {

    private static final String DOORS =
            """
            host    all postgres all trust
            hostssl all all      all scram-sha-256
            """;

    @TempDir static Path folder;

    private static ServerKeys own;
    private static ServerKeys foreign;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start()
            throws IOException, InterruptedException, GeneralSecurityException, SQLException {
        own = ServerKeys.create(folder, "own");
        foreign = ServerKeys.create(folder, "foreign");
        Path doors = Files.writeString(folder.resolve("pg_hba.conf"), DOORS);
        server =
                TestPostgres.durable()
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_cert_file", own.certificate().toString())
                        .setServerConfig("ssl_key_file", own.key().toString())
                        .setServerConfig("hba_file", doors.toString())
                        .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE ann LOGIN PASSWORD 'p@ss/w%rd'");
            statement.execute("CREATE DATABASE sales OWNER ann");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void a_connection_that_must_be_encrypted_is() throws SQLException {
        String url = "ann:p%40ss%2Fw%25rd@localhost:{port}/sales?sslmode=require";
        try (Connection connection = session(url);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
            rows.next();
            assertEquals("t", rows.getString(1));
        }
    }

    @Test
    void a_ledger_is_opened_where_the_certificate_is_trusted() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "p@ss/w%rd\n");
        String url =
                "ann@localhost:{port}/sales?sslmode=verify-full&sslrootcert=%s&passwordfile=%s"
                        .formatted(own.certificate(), password);
        try (Ledger ledger = open(url)) {
            assertEquals(0, ledger.heads().scan(null, 10).size());
        }
    }

    @Test
    void a_server_with_another_certificate_is_not_talked_to() {
        refuses(
                "ann:p%40ss%2Fw%25rd@localhost:{port}/sales?sslmode=verify-full&sslrootcert="
                        + foreign.certificate());
    }

    @Test
    void a_server_of_another_name_is_not_talked_to() {
        refuses(
                "ann:p%40ss%2Fw%25rd@127.0.0.2:{port}/sales?sslmode=verify-full&sslrootcert="
                        + own.certificate());
    }

    @Test
    void a_wrong_password_is_refused_and_not_repeated() {
        String why = refuses("ann:wr0ng@localhost:{port}/sales?sslmode=require");
        assertFalse(why.contains("wr0ng"), why);
    }

    @Test
    void a_connection_that_must_not_be_encrypted_does_not_get_in() {
        refuses("ann:p%40ss%2Fw%25rd@localhost:{port}/sales?sslmode=disable");
    }

    private static String refuses(String url) {
        return String.valueOf(assertThrows(LedgerException.class, () -> open(url)).getMessage());
    }

    private static Ledger open(String url) {
        return PostgresLedger.open(complete(url), PostgresOptions.standard());
    }

    private static Connection session(String url) throws SQLException {
        return new Sessions(UrlReader.read(complete(url)), PostgresOptions.standard()).open();
    }

    private static String complete(String url) {
        return "postgresql://" + url.replace("{port}", String.valueOf(server.getPort()));
    }
}
