package usher.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The work tree that was built, and the programs in it.
///
/// @param root the folder of the script `usher`
public record House(Path root) {

    private static final String APP = "server/target/quarkus-app";
    private static final String CACHE = "server/target/usher.aot";

    /// The one that this process runs in: the nearest folder upwards that has the script.
    public static House find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("usher"))
                    && Files.isDirectory(at.resolve("bench"))) {
                return new House(at);
            }
        }
        throw new IllegalStateException("run this inside Usher's work tree");
    }

    /// Whether there is a server to start.
    public boolean isBuilt() {
        return Files.exists(root.resolve(APP).resolve("quarkus-run.jar"));
    }

    /// A new folder on the disk of the work tree: the folder for temporary files may be memory,
    /// where forcing to the disk costs nothing.
    public Path newFolder(String name) throws IOException {
        Path parent = root.resolve("bench/target");
        Files.createDirectories(parent);
        return Files.createTempDirectory(parent, name + "-");
    }

    /// The command that `./usher start` becomes: with the cache of its rehearsal, if there was one.
    List<String> serve() {
        String program = APP + "/quarkus-run.jar";
        return Files.exists(root.resolve(CACHE))
                ? java("-XX:AOTCache=" + CACHE, "-Xlog:aot=off", "-jar", program)
                : java("-jar", program);
    }

    /// The command that `./usher verify` becomes, for the ledger with this URL.
    public List<String> verify(String ledger) {
        String classes = String.join(":", APP + "/app/*", APP + "/lib/boot/*", APP + "/lib/main/*");
        return java("-cp", classes, "usher.server.Verify", "--ledger", ledger);
    }

    /// The JVM of this process with the options of the server, and `arguments`; to be run in
    /// [#root].
    public List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@server/java-options");
        String more = System.getenv().getOrDefault("USHER_JAVA_OPTS", "").strip();
        if (!more.isEmpty()) command.addAll(List.of(more.split("\\s+", -1)));
        command.addAll(List.of(arguments));
        return command;
    }
}
