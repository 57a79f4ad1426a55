package usher.server.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server that a test has started as `./usher start` does, and that ends with the test.
final class ServerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 180;
    private static final Path APP = Path.of("target", "quarkus-app");

    private final Process process;
    private final int port;
    private final Path out;
    private final Path err;

    private ServerProcess(Process process, int port, Path out, Path err) {
        this.process = process;
        this.port = port;
        this.out = out;
        this.err = err;
    }

    /// Begins to start one whose files, and whose data unless `environment` says otherwise, lie in
    /// `folder`.
    static ServerProcess begin(Path folder, Map<String, String> environment) {
        return begin(folder, environment, List.of("-jar", APP + "/quarkus-run.jar"));
    }

    /// Starts one, and waits until it is ready.
    static ServerProcess start(Path folder, Map<String, String> environment) {
        ServerProcess server = begin(folder, environment);
        server.awaitReady();
        return server;
    }

    /// Runs `./usher verify` with these arguments to its end.
    static ServerProcess verify(Path folder, String... args) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "-cp",
                                APP + "/app/*:" + APP + "/lib/boot/*:" + APP + "/lib/main/*",
                                "usher.server.Verify"));
        command.addAll(List.of(args));
        return begin(folder, Map.of(), command);
    }

    private static ServerProcess begin(
            Path folder, Map<String, String> environment, List<String> program) {
        try {
            int port = freePort();
            Path out = Files.createTempFile(folder, "out", ".log");
            Path err = Files.createTempFile(folder, "err", ".log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("--enable-native-access=ALL-UNNAMED");
            command.addAll(program);
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("USHER_"));
            builder.environment().put("USHER_PORT", String.valueOf(port));
            builder.environment().put("USHER_DATA", folder.resolve("data").toString());
            builder.environment().putAll(environment);
            builder.redirectOutput(out.toFile()).redirectError(err.toFile());
            return new ServerProcess(builder.start(), port, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    URI root() {
        return URI.create("http://localhost:" + port);
    }

    /// Asks it to end, as an operator would.
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for its end, and returns its exit code.
    int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end");
        return process.exitValue();
    }

    /// What it has logged so far.
    String out() throws IOException {
        return Files.readString(out);
    }

    /// What it has said to the operator so far.
    String err() throws IOException {
        return Files.readString(err);
    }

    /// Kills it, if it has not ended yet.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        HttpRequest request = HttpRequest.newBuilder(root().resolve("/health/ready")).GET().build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!isReady(http, request)) {
                assertTrue(process.isAlive(), () -> "it ended: " + quietly(err));
                assertTrue(System.nanoTime() < deadline, () -> "not ready: " + quietly(out));
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest request)
            throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String quietly(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
