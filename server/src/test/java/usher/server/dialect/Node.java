package usher.server.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import usher.server.client.Json;

/// Runs the examples of documents, if Node is there.
final class Node {

    private static final int OLDEST = 20;
    private static final long PATIENCE_SECONDS = 60;

    private Node() {}

    /// The lines of JSON that the script in `resource` prints, given the address of the server of
    /// `@QuarkusTest` and `arguments`.
    static List<JsonNode> run(String resource, String... arguments)
            throws IOException, InterruptedException, URISyntaxException {
        assumeTrue(isInstalled(), "Node %d or newer is not installed".formatted(OLDEST));
        URI script = Objects.requireNonNull(Node.class.getResource(resource)).toURI();
        List<String> command = new ArrayList<>();
        command.add(Path.of(script).toString());
        command.add(
                ConfigProvider.getConfig().getValue("test.url", String.class).replaceAll("/$", ""));
        command.addAll(List.of(arguments));
        List<JsonNode> answers = new ArrayList<>();
        node(command).lines().forEach(line -> answers.add(Json.tree(line)));
        return answers;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            String version = node(List.of("--version"));
            int major = Integer.parseInt(version.strip().replaceAll("^v(\\d+).*", "$1"));
            return major >= OLDEST;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /// What Node says, given these arguments.
    private static String node(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(arguments);
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
