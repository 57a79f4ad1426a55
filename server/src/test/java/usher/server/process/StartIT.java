package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
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
            String said = refused(Map.of("USHER_PORT", port));
            String advice = "stop what uses it, or set USHER_PORT to another port";
            assertEquals("usher: 0.0.0.0:%s is taken; %s".formatted(port, advice), said);
        }
    }

    @Test
    void a_setting_that_is_wrong() throws Exception {
        assertEquals(
                "usher: USHER_HOLD_SECONDS must be a whole number from 1 to 3600, not 0",
                refused(Map.of("USHER_HOLD_SECONDS", "0")));
    }

    @Test
    void a_setting_that_is_none() throws Exception {
        assertEquals(
                "usher: USHER_PROT is no setting; ./usher help settings lists them",
                refused(Map.of("USHER_PROT", "3000")));
    }

    @Test
    void a_ledger_that_is_of_no_known_kind() throws Exception {
        assertEquals(
                "usher: USHER_LEDGER must be sqlite:<file>, such as sqlite:data/usher.db, not foo",
                refused(Map.of("USHER_LEDGER", "foo")));
    }

    @Test
    void a_folder_that_cannot_be_written() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        String said = refused(Map.of("USHER_DATA", file.resolve("data").toString()));
        assertTrue(said.startsWith("usher: " + file), said);
        assertTrue(said.contains("choose another folder"), said);
    }

    @Test
    void a_second_process_on_the_same_ledger() throws Exception {
        try (ServerProcess first = ServerProcess.start(folder, Map.of())) {
            String said = refused(Map.of());
            assertTrue(said.contains("is in use by another Usher (process "), said);
            assertTrue(said.contains("stop that one, or choose another file"), said);

            ServerProcess verify = ServerProcess.verify(folder, "--ledger", ledger());
            assertEquals(2, verify.exitCode());
            assertTrue(verify.err().contains("is in use by another Usher"), verify.err());
            assertTrue(first.isAlive());
        }
    }

    @Test
    void a_database_of_another_program() throws Exception {
        sql("CREATE TABLE cats (name TEXT)");
        assertTrue(refused(Map.of()).contains("is the database of another program"));
        ServerProcess verify = ServerProcess.verify(folder, "--ledger", ledger());
        assertEquals(2, verify.exitCode());
        assertTrue(verify.err().contains("is the database of another program"), verify.err());
    }

    @Test
    void what_is_no_database_at_all() throws Exception {
        Files.createDirectories(database().getParent());
        Files.writeString(database(), "not a database, but text of some length. ".repeat(100));
        String said = refused(Map.of());
        assertTrue(said.startsWith("usher: " + database()), said);
    }

    @Test
    void a_ledger_of_a_later_release() throws Exception {
        sellOneSeat();
        sql("PRAGMA user_version = 99");
        String said = refused(Map.of());
        assertTrue(said.contains("was written by a later release of Usher (format 99"), said);
    }

    @Test
    void a_damaged_ledger_which_can_be_repaired_and_keeps_what_was_whole() throws Exception {
        Sale sale = sellOneSeat();
        sql("UPDATE page SET entries = replace(entries, 'SeatsReserved', 'SeatsReversed')");
        ServerProcess look = ServerProcess.verify(folder, "--ledger", ledger());
        assertEquals(1, look.exitCode());
        assertTrue(look.out().contains("PROBLEM   entry 2 of stream " + sale.id()), look.out());
        assertTrue(look.out().contains("./usher verify --repair"), look.out());

        ServerProcess repair = ServerProcess.verify(folder, "--ledger", ledger(), "--repair");
        assertEquals(0, repair.exitCode(), repair.out() + repair.err());
        assertTrue(repair.out().contains("set aside entry 2 of stream"), repair.out());
        try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
            Visitor nobody = Visitor.nobodyAt(server.root().toString());
            assertTrue(nobody.get(sale.seat(1)).is(200).text("status").matches("held|available"));
        }
    }

    @Test
    void a_sound_ledger_is_called_sound() throws Exception {
        sellOneSeat();
        ServerProcess verify = ServerProcess.verify(folder, "--ledger", ledger());
        assertEquals(0, verify.exitCode(), verify.out() + verify.err());
        assertTrue(verify.out().contains("facts     1 SeatsReserved"), verify.out());
        assertTrue(verify.out().contains("sound     every promise holds"), verify.out());
    }

    @Test
    void a_ledger_that_is_not_there_and_words_that_mean_nothing_are_not_looked_at()
            throws Exception {
        ServerProcess absent = ServerProcess.verify(folder, "--ledger", ledger());
        assertEquals(2, absent.exitCode());
        assertTrue(absent.err().contains("there is no ledger here"), absent.err());
        ServerProcess wrong = ServerProcess.verify(folder, "--fix");
        assertEquals(2, wrong.exitCode());
        assertTrue(wrong.err().startsWith("usage: ./usher verify"), wrong.err());
    }

    private Sale sellOneSeat() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, Map.of())) {
            Visitor ann = Visitor.nobodyAt(server.root().toString()).as(Visitor.ANN);
            Sale sale = Sale.at(ann, 10, "{}");
            ann.post(sale.seat(1, "hold")).is(200);
            ann.post(sale.seat(1, "reserve")).is(200);
            server.terminate();
            server.exitCode();
            return sale;
        }
    }

    /// What a server says that is not allowed to start.
    private String refused(Map<String, String> environment) throws Exception {
        try (ServerProcess server = ServerProcess.begin(folder, environment)) {
            assertEquals(1, server.exitCode(), server.err());
            assertEquals(1, server.err().lines().count(), server.err());
            return server.err().strip();
        }
    }

    private void sql(String statement) throws Exception {
        Files.createDirectories(database().getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private Path database() {
        return folder.resolve("data").resolve("usher.db");
    }

    private String ledger() {
        return "sqlite:" + database();
    }
}
