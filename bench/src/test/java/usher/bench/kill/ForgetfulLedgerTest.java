package usher.bench.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.bench.load.LoadLoop;
import usher.bench.load.Schedule;
import usher.bench.load.Tally;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.Sale;
import usher.bench.server.ServerProcess;

/// The negative control of the kill test: a ledger from before the load, as a server would leave it
/// that answers and forgets.
class ForgetfulLedgerTest {

    private static final int CONNECTIONS = 8;

    private final House house = House.find();

    @Test
    void a_ledger_that_forgot_what_was_acknowledged_is_noticed() throws Exception {
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
        try (DataFolder data = DataFolder.create(house);
                ServerProcess server = ServerProcess.start(house, data, Map.of())) {
            List<UUID> events = Sale.open(server.api(), data, 2, 500).events();
            try (DataFolder before = data.copy(house)) {
                List<Visit> journal = load(server, events);
                server.kill();
                assertEquals(List.of(), contradictions(data, events, journal));
                assertFalse(contradictions(before, events, journal).isEmpty());
            }
        }
    }

    private static List<Visit> load(ServerProcess server, List<UUID> events) throws Exception {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.api().port());
        Visitors visitors = new Visitors(events, 500, CONNECTIONS, new SplittableRandom(1));
        Tally tally = LoadLoop.run(address, CONNECTIONS, Schedule.closed(500), visitors);
        assertEquals("", tally.trouble());
        return visitors.journal();
    }

    private static List<String> contradictions(
            DataFolder data, List<UUID> events, List<Visit> journal) {
        return new Judgement(LedgerTruth.read(data, events)).contradictions(journal);
    }
}
