package usher.bench.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a measure sets is so: two equal servers compare splendidly.
class SettingsArriveTest {

    private final House house = House.find();

    @BeforeEach
    void set_up() {
        assumeTrue(house.isBuilt(), "the server is not packaged: ./usher test does it");
    }

    @Test
    void a_server_is_durable_and_has_no_floor_unless_it_is_told_so() throws Exception {
        try (DataFolder data = DataFolder.create(house);
                ServerProcess server = ServerProcess.start(house, data, Map.of())) {
            assertFalse(server.api().isRelaxed());
            assertEquals(404, floor(server.api(), "").statusCode());
        }
    }

    @Test
    void a_server_that_is_told_so_is_relaxed_and_has_a_floor_of_any_size() throws Exception {
        Map<String, String> settings =
                Map.of("USHER_LEDGER_DURABILITY", "relaxed", "USHER_BENCH_FLOOR", "true");
        try (DataFolder data = DataFolder.create(house);
                ServerProcess server = ServerProcess.start(house, data, settings)) {
            assertTrue(server.api().isRelaxed());
            assertEquals(204, floor(server.api(), "").statusCode());
            assertEquals(12_345, floor(server.api(), "?bytes=12345").body().length());
        }
    }

    private static HttpResponse<String> floor(Api api, String query)
            throws IOException, InterruptedException {
        UUID event = api.createEvent(10);
        String path = Api.seatPath(event, 1) + "/floor" + query;
        URI uri = URI.create("http://127.0.0.1:" + api.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
