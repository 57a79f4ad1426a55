package usher.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static usher.server.webhooks.WebhookHouse.ONE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The receiver that the guide shows, run by Node, takes what is genuine and nothing else.
final class WebhooksGuideTest {

    private static final int OLDEST = 20;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;

    @Test
    void the_receiver_of_the_guide_takes_what_is_genuine_and_nothing_else() throws Exception {
        assumeTrue(isInstalled(), "Node %d or newer is not installed".formatted(OLDEST));
        try (WebhookHouse house = new WebhookHouse()) {
            int port = freePort();
            Endpoint endpoint = house.endpoint("http://localhost:%d/usher".formatted(port));
            Process node = receiver(port, house.secrets.shown(endpoint));
            try {
                assertEquals(204, sent(house, endpoint).status());
                assertEquals(204, sent(house, endpoint.withNewSecret(Long.MAX_VALUE)).status());
                assertEquals(401, sent(house, endpoint.withNewSecret(0)).status());
                Endpoint other = otherAt(endpoint);
                assertEquals(401, sent(house, other).status());
                assertEquals(401, sentLongAgo(house, endpoint).status());
            } finally {
                node.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private static Endpoint otherAt(Endpoint endpoint) {
        return new Endpoint(
                UUID.randomUUID(),
                endpoint.wish(),
                true,
                null,
                0,
                endpoint.course(),
                endpoint.secret(),
                0);
    }

    private static Reply sent(WebhookHouse house, Endpoint endpoint) {
        Message message = Message.of(house.held(ONE), endpoint);
        if (message == null) throw new AssertionError("nothing to send");
        return WebhookHouse.wait(house.sender.send(endpoint, message));
    }

    private static Reply sentLongAgo(WebhookHouse house, Endpoint endpoint) {
        Message message = Message.ping(endpoint, 0);
        long seconds = System.currentTimeMillis() / 1000 - 301;
        return WebhookHouse.wait(
                house.sender
                        .courier()
                        .send(
                                endpoint.wish().url(),
                                message,
                                house.secrets.signing(endpoint, 0),
                                seconds));
    }

    /// Runs the example until it listens.
    private Process receiver(int port, String secret) throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "webhooks.md"));
        Matcher code = Pattern.compile("(?s)```js\n(.*?)```").matcher(guide);
        assertTrue(code.find());
        Path script = Files.writeString(folder.resolve("receiver.mjs"), code.group(1));
        ProcessBuilder builder = new ProcessBuilder("node", script.toString());
        builder.environment().putAll(Map.of("PORT", "" + port, "SECRET", secret));
        Process node = builder.redirectErrorStream(true).start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("listening", said.readLine());
        return node;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "--version").start();
            String version =
                    new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            node.waitFor();
            return Integer.parseInt(version.strip().replaceAll("^v(\\d+).*", "$1")) >= OLDEST;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
