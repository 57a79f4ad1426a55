package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import usher.server.client.Json;
import usher.server.client.Visitor;

/// The usage examples of the zephyr document, as they stand there, run by Node.
@QuarkusTest
@DisplayName("Usage Examples")
final class ZephyrExamplesTest {

    private static final int NODE_OLDEST = 20;
    private static final long PATIENCE_SECONDS = 60;

    @Test
    @DisplayName("1. Basic Event Creation, and 3. Complete Booking Flow")
    void examples() throws Exception {
        assumeTrue(hasNode(), "Node %d or newer is not installed".formatted(NODE_OLDEST));
        URI root = ConfigProvider.getConfig().getValue("test.url", URI.class);
        URI script = ZephyrExamplesTest.class.getResource("/zephyr/run.mjs").toURI();
        List<JsonNode> answers = answers(node(Path.of(script).toString(), root.toString()));

        assertEquals(3, answers.size(), answers::toString);
        JsonNode event = answers.get(0);
        assertEquals("event", event.get("name").asText());
        assertEquals(201, event.get("status").asInt());
        assertEquals("Summer Music Festival 2024", event.at("/body/name").asText());
        assertEquals("Annual outdoor music festival", event.at("/body/description").asText());
        assertEquals(500, event.at("/body/totalSeats").asInt());

        JsonNode hold = answers.get(1);
        assertEquals("hold", hold.get("name").asText());
        assertEquals(200, hold.get("status").asInt(), hold::toString);
        assertEquals(event.at("/body/id"), hold.at("/body/eventId"));
        assertEquals(1, hold.at("/body/seatNumber").asInt());

        JsonNode reservation = answers.get(2);
        assertEquals("reservation", reservation.get("name").asText());
        assertEquals(200, reservation.get("status").asInt(), reservation::toString);
        assertEquals("reserved", reservation.at("/body/status").asText());
        assertEquals(hold.at("/body/userId"), reservation.at("/body/userId"));

        String status = "/api/seats/%s/1/status".formatted(event.at("/body/id").asText());
        assertEquals(reservation.get("body"), Visitor.nobody().get(status).is(200).json());
    }

    private static List<JsonNode> answers(String lines) {
        List<JsonNode> answers = new ArrayList<>();
        lines.lines().forEach(line -> answers.add(Json.tree(line)));
        return answers;
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            String version = node("--version");
            int major = Integer.parseInt(version.strip().replaceAll("^v(\\d+).*", "$1"));
            return major >= NODE_OLDEST;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /// What Node says, given these arguments.
    private static String node(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(true, node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), said);
            assertEquals(0, node.exitValue(), said);
            return said;
        } finally {
            node.destroyForcibly();
        }
    }
}
