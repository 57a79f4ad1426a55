package usher.bench.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One running server.
///
/// Its log is `server.log` in its data folder. It is killed with the process that started it, at
/// the latest.
public final class ServerProcess implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final long STOP_SECONDS_MAX = 180;

    private final Process process;
    private final Api api;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.api = new Api(port);
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /// Starts a server with `settings` besides port, data and ledger, and waits until it is ready.
    public static ServerProcess start(House house, DataFolder data, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(house, data, freePort(), settings);
    }

    /// Starts a server on `port`, which is free.
    public static ServerProcess start(
            House house, DataFolder data, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        ServerProcess server = exec(house, house.serve(), data, port, settings);
        server.awaitReady();
        return server;
    }

    /// Starts another system's server with `command` in `folder`, and waits until it is ready. It
    /// takes its port from the variable `PORT`, and logs as Usher does.
    public static ServerProcess start(
            Path folder, List<String> command, DataFolder data, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        ServerProcess server = exec(builder, port, data);
        server.awaitReady();
        return server;
    }

    /// Starts `./usher start`, and does not wait.
    public static ServerProcess execScript(House house, DataFolder data) throws IOException {
        return exec(house, List.of("./usher", "start"), data, freePort(), Map.of());
    }

    /// Starts a server, and does not wait.
    public static ServerProcess exec(House house, DataFolder data) throws IOException {
        return exec(house, house.serve(), data, freePort(), Map.of());
    }

    private static ServerProcess exec(
            House house,
            List<String> command,
            DataFolder data,
            int port,
            Map<String, String> settings)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(house.root().toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("USHER_HOST", "127.0.0.1");
        environment.put("USHER_PORT", String.valueOf(port));
        environment.put("USHER_DATA", data.path().toString());
        environment.put("USHER_LEDGER", "sqlite:" + data.database());
        environment.putAll(settings);
        return exec(builder, port, data);
    }

    private static ServerProcess exec(ProcessBuilder builder, int port, DataFolder data)
            throws IOException {
        Path log = data.path().resolve("server.log");
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ServerProcess(builder.start(), port, log);
    }

    public Api api() {
        return api;
    }

    /// Waits until it says that it is ready.
    ///
    /// @throws IOException if it ends, or is not ready in time; with what it logged last
    public void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!api.isReady()) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                throw new IOException("the server did not start: " + lastLines());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /// Ends it with `kill -9`, and waits until it is gone.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Lets it stand still, as a machine does that has no time for it.
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /// Lets it go on.
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = String.valueOf(process.pid());
        int unsent = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
        if (unsent != 0) throw new IOException("the server could not be told " + name);
    }

    /// Ends it as an operator would, and waits until it is gone.
    public void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IOException("the server did not stop: " + lastLines());
        }
    }

    @Override
    public void close() {
        processes().forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The processor time that it and the processes that it made have used since they were started,
    /// in microseconds; empty where the system does not tell (Linux and macOS do). Linux counts in
    /// steps of 10 ms.
    public OptionalLong cpuMicros() {
        long sum = 0;
        for (ProcessHandle each : processes()) {
            Optional<Duration> used = each.info().totalCpuDuration();
            if (used.isEmpty() && each.isAlive()) return OptionalLong.empty();
            sum += used.map(Duration::toNanos).orElse(0L) / 1000;
        }
        return OptionalLong.of(sum);
    }

    private List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /// The most memory that it has had at once, in bytes, what it shares with others included;
    /// empty where the system does not tell (Linux does).
    public OptionalLong memoryBytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) return OptionalLong.empty();
        for (String line : Files.readAllLines(status)) {
            if (!line.startsWith("VmHWM:")) continue;
            String kibibytes = line.replaceAll("[^0-9]", "");
            return OptionalLong.of(1024 * Long.parseLong(kibibytes));
        }
        return OptionalLong.empty();
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /// A port of this machine that nobody uses.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
