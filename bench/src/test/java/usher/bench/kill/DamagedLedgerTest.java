package usher.bench.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

/// The negative control of [Verification]: one byte of one fact is another.
class DamagedLedgerTest {

    private static final UUID ANN = new UUID(1, 1);

    private final House house = House.find();

    @Test
    void a_damaged_ledger_is_a_contradiction() throws Exception {
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
        try (DataFolder data = DataFolder.create(house);
                ServerProcess server = ServerProcess.start(house, data, Map.of())) {
            assertEquals(200, server.api().hold(server.api().createEvent(10), 1, ANN));
            server.stop();
            assertEquals(List.of(), Verification.contradictions(house, data));
            damage(data.database());
            String said = String.join("\n", Verification.contradictions(house, data));
            assertTrue(said.startsWith("verify ended with 1\n"), said);
            assertTrue(said.contains("PROBLEM"), said);
        }
    }

    private static void damage(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sql = connection.createStatement()) {
            int changed =
                    sql.executeUpdate(
                            "UPDATE page SET entries = replace(entries, 'SeatsHeld', 'SeatsHeld?')"
                                    + " WHERE instr(entries, 'SeatsHeld')");
            assertEquals(1, changed);
        }
    }
}
