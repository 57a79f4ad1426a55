package usher.test.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/// A Redis of a test's own, which it may kill and start again on the same files.
///
/// The program is the one that `USHER_TEST_REDIS_SERVER` names, else one from a Maven artifact.
public final class RedisProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    /// In a cluster, servers talk to each other on a port that is higher by this.
    private static final int BUS_OFFSET = 10_000;

    private static final int PORT_MIN = 20_000;

    /// Nothing that was acknowledged is lost, and nothing thrown away.
    private static final List<String> DURABLE =
            List.of("--appendonly", "yes", "--appendfsync", "always", "--save", "");

    private final int port;
    private final Path folder;
    private final List<String> options;
    private @Nullable Process process;

    private RedisProcess(int port, Path folder, List<String> options) {
        this.port = port;
        this.folder = folder;
        this.options = options;
    }

    /// Starts one that loses nothing that it acknowledged, but for what `options` say, as on the
    /// command line.
    public static RedisProcess durable(String... options) {
        List<String> all = new ArrayList<>(DURABLE);
        all.addAll(List.of(options));
        try {
            Path folder = Files.createTempDirectory("usher-redis");
            RedisProcess server = new RedisProcess(freePort(), folder, all);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it listens, on the loopback.
    public int port() {
        return port;
    }

    /// The URL of it, without parameters.
    public String url() {
        return "redis://localhost:" + port;
    }

    /// A connection of the test's own.
    public Jedis connect() {
        return new Jedis("localhost", port, 20_000);
    }

    /// The processor time that it has used since it was started last, in microseconds; empty where
    /// the system does not tell.
    public OptionalLong cpuMicros() {
        Process running = process;
        if (running == null) return OptionalLong.of(0);
        return running.info()
                .totalCpuDuration()
                .map(used -> OptionalLong.of(used.toNanos() / 1_000))
                .orElseGet(OptionalLong::empty);
    }

    /// Ends it at once, in the middle of whatever it does.
    public void kill() {
        Process running = process;
        process = null;
        if (running != null) running.destroyForcibly().onExit().join();
    }

    /// Starts it on the files that it left.
    public void start() {
        List<String> command = new ArrayList<>();
        command.add(Program.PATH.toString());
        command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", folder.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(folder.resolve("log").toFile());
        try {
            Process started = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            process = started;
            awaitReady(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends it, and removes its files.
    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Process started) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isReady()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("no Redis: " + Files.readString(folder.resolve("log")));
            }
            pause();
        }
    }

    private boolean isReady() {
        try (Jedis jedis = connect()) {
            return jedis.ping().equals("PONG");
        } catch (JedisException e) {
            return String.valueOf(e.getMessage()).startsWith("NOAUTH");
        }
    }

    static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// One that is free now, as is the other that a server in a cluster needs.
    public static int freePort() {
        while (true) {
            int port = PORT_MIN + ThreadLocalRandom.current().nextInt(BUS_OFFSET);
            if (isFree(port) && isFree(port + BUS_OFFSET)) return port;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /// Found by whoever starts the first.
    private static final class Program {

        private static final Path PATH = find();

        private static Path find() {
            String named = System.getenv("USHER_TEST_REDIS_SERVER");
            if (named != null) return Path.of(named);
            try {
                return ExecutableProvider.newJarResourceProvider().get().toPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
