package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usher.server.client.Sale;
import usher.server.client.Visitor;

/// What keeps a server from starting is said in one sentence, with exit code 1.
final class StartIT {

    @TempDir Path folder;

    @Test
    void a_port_that_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            String advice = "stop what uses it, or set USHER_PORT to another port";
            assertEquals(
                    "usher: 0.0.0.0:%s is taken; %s".formatted(port, advice),
                    refused(Map.of("USHER_PORT", port)));
        }
    }

    @Test
    void a_setting_that_is_wrong_or_none() throws Exception {
        assertEquals(
                "usher: USHER_HOLD_SECONDS must be a whole number from 1 to 3600, not 0",
                refused(Map.of("USHER_HOLD_SECONDS", "0")));
        assertEquals(
                "usher: USHER_PROT is no setting; ./usher help settings lists them",
                refused(Map.of("USHER_PROT", "3000")));
        assertEquals(
                "usher: USHER_LEDGER must be sqlite:<file>, such as sqlite:data/usher.db, or"
                        + " postgresql://user:password@host/database, or"
                        + " redis://user:password@host",
                refused(Map.of("USHER_LEDGER", "foo")));
    }

    @Test
    void a_rabbitmq_that_cannot_be_one() throws Exception {
        String said = refused(Map.of("USHER_RABBITMQ", "http://u:hidden@localhost"));
        assertTrue(said.startsWith("usher: USHER_RABBITMQ must be amqp://user:password@"), said);
        assertFalse(said.contains("hidden"), said);
        said =
                refused(
                        Map.of(
                                "USHER_RABBITMQ", "amqp://localhost",
                                "USHER_RABBITMQ_FACTS", "SeatsHeld,SeatsSold"));
        assertTrue(said.startsWith("usher: USHER_RABBITMQ_FACTS must name facts, such"), said);
        assertTrue(said.endsWith("and not SeatsSold"), said);
        assertEquals(
                "usher: USHER_RABBITMQ_UNROUTED must be keep or drop, not lose",
                refused(Map.of("USHER_RABBITMQ_UNROUTED", "lose")));
    }

    @Test
    void a_rabbitmq_that_is_away_keeps_nobody_from_starting() {
        Map<String, String> nobody = Map.of("USHER_RABBITMQ", "amqp://localhost:1");
        try (ServerProcess server = ServerProcess.start(folder, nobody)) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            ann.post(Sale.at(ann, 10, "{}").seat(1, "hold")).is(200);
            ann.get("/health/rabbitmq").is(503);
        }
    }

    @Test
    void a_shared_ledger_while_nobody_said_how_callers_are_recognized() throws Exception {
        String nobody = "postgresql://usher:secret@localhost:1/usher";
        assertEquals(
                "usher: USHER_AUTH must be set when USHER_LEDGER is not embedded; dev believes"
                        + " everybody who they say they are",
                refused(Map.of("USHER_LEDGER", nobody)));
        Path secret = Files.writeString(folder.resolve("secret"), "s".repeat(32));
        String said =
                refused(
                        Map.of(
                                "USHER_LEDGER",
                                nobody,
                                "USHER_AUTH",
                                "dev",
                                "USHER_SECRET_FILE",
                                secret.toString()));
        assertTrue(said.startsWith("usher: postgresql://usher@localhost:1/usher: "), said);
        assertFalse(said.contains("secret"), said);
    }

    @Test
    void a_shared_ledger_whose_nodes_have_no_secret_in_common() throws Exception {
        String shared = "postgresql://usher@localhost:1/usher";
        String said = refused(Map.of("USHER_LEDGER", shared, "USHER_AUTH", "dev"));
        assertTrue(said.startsWith("usher: USHER_SECRET_FILE must be set when"), said);
    }

    @Test
    void a_folder_that_cannot_be_written() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        String said = refused(Map.of("USHER_DATA", file.resolve("data").toString()));
        assertTrue(said.startsWith("usher: " + file), said);
        assertTrue(said.contains("choose another folder"), said);
    }

    @Test
    void what_is_no_ledger() throws Exception {
        sql("CREATE TABLE cats (name TEXT)");
        assertTrue(refused(Map.of()).contains("is the database of another program"));
    }

    @Test
    void a_ledger_that_another_process_has_open_that_is_damaged_or_of_a_later_release()
            throws Exception {
        Sale sale;
        try (ServerProcess first = ServerProcess.start(folder, Map.of())) {
            String said = refused(Map.of());
            assertTrue(said.contains("is in use by another Usher (process "), said);
            assertTrue(said.contains("stop that one, or choose another file"), said);
            sale = sellOneSeat(first);
        }
        sql("UPDATE page SET entries = replace(entries, 'SeatsReserved', 'SeatsReversed')");
        sql("PRAGMA user_version = 99");
        assertTrue(refused(Map.of()).contains("was written by a later release of Usher"));
        sql("PRAGMA user_version = 1");
        keepsWhatIsWhole(sale);
    }

    /// The refusal names the entry and the way out; what was whole is there after a repair.
    private void keepsWhatIsWhole(Sale sale) throws Exception {
        String said = refused(Map.of());
        assertTrue(said.contains("entry 2 of stream " + sale.id()), said);
        assertTrue(said.contains("./usher verify --repair"), said);

        ServerProcess repair =
                ServerProcess.verify(folder, "--repair", "--ledger", "sqlite:" + database());
        assertEquals(0, repair.exitCode(), repair.out() + repair.err());
        assertTrue(repair.out().contains("set aside entry 2 of stream"), repair.out());
        try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            ann.post(sale.seat(1, "hold")).is(200);
            ann.post(sale.seat(1, "reserve")).is(200);
        }
    }

    private static Sale sellOneSeat(ServerProcess server) throws InterruptedException {
        Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
        Sale sale = Sale.at(ann, 10, "{}");
        ann.post(sale.seat(1, "hold")).is(200);
        ann.post(sale.seat(1, "reserve")).is(200);
        server.terminate();
        server.exitCode();
        return sale;
    }

    /// What a server says that is not allowed to start.
    private String refused(Map<String, String> environment)
            throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.begin(folder, environment)) {
            assertEquals(1, server.exitCode(), server.err());
            assertEquals(1, server.err().lines().count(), server.err());
            return server.err().strip();
        }
    }

    private void sql(String statement) throws IOException, SQLException {
        Files.createDirectories(database().getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private Path database() {
        return folder.resolve("data").resolve("usher.db");
    }
}
