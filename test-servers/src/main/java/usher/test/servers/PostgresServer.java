package usher.test.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL of a test's own that it may kill, start again and replicate. It keeps what it
/// acknowledged.
public final class PostgresServer implements AutoCloseable {

    private static final long READY_SECONDS_MAX = 120;

    private final String program;
    private final Path data;
    private final int port;

    private PostgresServer(String program, Path data, int port) {
        this.program = program;
        this.data = data;
        this.port = port;
    }

    /// A new one, ready to be used.
    public static PostgresServer start() {
        try {
            Path data = newFolder();
            EmbeddedPostgres first =
                    TestPostgres.durable()
                            .setDataDirectory(data.toFile())
                            .setCleanDataDirectory(false)
                            .start();
            String options = Files.readString(data.resolve("postmaster.opts"));
            String program = options.substring(0, options.indexOf(" \""));
            first.close();
            PostgresServer server = new PostgresServer(program, data, freePort());
            server.restart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /// Its URL, without parameters.
    public String url() {
        return urlAt(port);
    }

    /// Its URL through a wire that listens at `wirePort`.
    public static String urlAt(int wirePort) {
        return "postgresql://postgres@localhost:" + wirePort + "/postgres";
    }

    /// The processor time of all processes that it has now, in microseconds; empty where the system
    /// does not tell. What those used that have ended is not in it.
    public OptionalLong cpuMicros() {
        long sum = 0;
        for (ProcessHandle process : processes()) {
            Optional<Duration> used = process.info().totalCpuDuration();
            if (used.isEmpty() && process.isAlive()) return OptionalLong.empty();
            sum += used.map(Duration::toNanos).orElse(0L) / 1_000;
        }
        return OptionalLong.of(sum);
    }

    /// Runs `sql` beside all ledgers.
    public void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /// A connection of the test's own.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/postgres".formatted(port), "postgres", "");
    }

    /// Ends it with `kill -9`, and waits until all of its processes are gone.
    public void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            while (process.isAlive()) pause();
        }
    }

    /// Ends it in order: it keeps what it would lose otherwise, if anything.
    public void stop() {
        List<ProcessHandle> all = processes();
        if (!all.isEmpty()) run(new ProcessBuilder("kill", "-INT", "" + all.getFirst().pid()));
        for (ProcessHandle process : all) {
            while (process.isAlive()) pause();
        }
    }

    /// Starts it again where it was, and waits until it answers.
    public void restart() {
        List<String> command = new ArrayList<>();
        // The server refuses to be root.
        if (System.getProperty("user.name").equals("root"))
            command.addAll(List.of("unshare", "-U"));
        command.addAll(List.of(program, "-D", data.toString(), "-p", String.valueOf(port)));
        command.addAll(List.of("-c", "unix_socket_directories=", "-c", "fsync=on"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX);
        Process process = begin(builder);
        while (!answers()) {
            if (System.nanoTime() - deadline > 0) throw new AssertionError(log());
            // One that was killed may leave behind for a moment what keeps the next from starting.
            if (!process.isAlive()) process = begin(builder);
            pause();
        }
    }

    /// A server that follows this one, with all that it has; this one is restarted.
    public PostgresServer standby() {
        stop();
        try {
            Path copy = newFolder();
            copy(data, copy);
            Files.createFile(copy.resolve("standby.signal"));
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=%d user=postgres'\n".formatted(port),
                    StandardOpenOption.APPEND);
            restart();
            PostgresServer standby = new PostgresServer(program, copy, freePort());
            standby.restart();
            return standby;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a standby take writes.
    public void promote() {
        run("SELECT pg_promote()");
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The server's first process, and those that it made.
    private List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>();
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) return all;
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            ProcessHandle.of(pid)
                    .ifPresent(
                            first -> {
                                all.add(first);
                                first.descendants().forEach(all::add);
                            });
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(data.resolve("server.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory(
                "usher-postgres-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Process begin(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(ProcessBuilder builder) {
        begin(builder).onExit().join();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
