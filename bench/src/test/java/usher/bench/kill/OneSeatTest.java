package usher.bench.kill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import usher.bench.load.LoadLoop;
import usher.bench.load.Schedule;
import usher.bench.load.Script;
import usher.bench.load.Tally;
import usher.bench.server.Api;
import usher.bench.server.DataFolder;
import usher.bench.server.House;
import usher.bench.server.ServerProcess;

/// Everybody wants the same seat, of the real server, at the same moment.
class OneSeatTest {

    private static final int USERS = 400;
    private static final int SEAT = 7;

    private final House house = House.find();

    @BeforeEach
    void set_up() {
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
    }

    @Test
    void four_hundred_users_who_hold_one_seat_at_once_make_one_owner() throws Exception {
        try (DataFolder data = DataFolder.create(house);
                ServerProcess server = ServerProcess.start(house, data, Map.of())) {
            UUID event = server.api().createEvent(10);
            Everybody everybody = new Everybody(event);
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.api().port());
            Tally tally = LoadLoop.run(address, USERS, Schedule.closed(60_000), everybody);
            assertEquals("no-seats-left:1", tally.trouble());
            assertEquals(1, everybody.owners);
            assertEquals(USERS - 1, everybody.refused);
            assertEquals("held", server.api().seatStatus(event, SEAT));
            assertEquals("available", server.api().seatStatus(event, SEAT + 1));
        }
    }

    /// Asks once on each connection.
    private static final class Everybody implements Script {
        private final String path;
        private int asked;
        private int owners;
        private int refused;

        Everybody(UUID event) {
            path = "/v1/events/" + event + "/seats/" + Api.seatId(event, SEAT) + "/hold";
        }

        @Override
        public boolean ask(int connection, ByteBuffer request) {
            if (asked == USERS) return false;
            UUID user = new UUID(1, ++asked);
            String text =
                    "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: 0"
                            .formatted(path, Api.token(user));
            request.put((text + "\r\n\r\n").getBytes(ISO_8859_1));
            return true;
        }

        @Override
        public boolean answered(int connection, int status) {
            if (status == 200) owners++;
            if (status == 409) refused++;
            return status == 200 || status == 409;
        }
    }
}
