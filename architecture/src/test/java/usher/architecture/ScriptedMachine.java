package usher.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A copy of `./usher` with a JDK and a Maven that only tell how they were called.
final class ScriptedMachine {
    /// What a run of `./usher` printed, and the code that it ended with.
    record Said(int exit, String out, String err) {}

    private static final String TOOLS =
            "awk bash cat cp dirname env find head mkdir readlink rm sed sort touch";

    private static final String JAVA =
            """
            #!/usr/bin/env bash
            echo "NAME: $*"
            for word; do
                case $word in -XX:AOTCacheOutput=*) echo cache >"${word#*=}" ;; esac
            done
            case "$*" in *' rehearse') [ -z "${REHEARSAL_FAILS-}" ] ;; esac
            """;

    private final Path house;
    private final Path bin;
    private final Path jdks;
    private final Map<String, String> environment = new HashMap<>();

    ScriptedMachine(Path folder) throws IOException {
        house = Files.createDirectories(folder.resolve("house"));
        bin = Files.createDirectories(folder.resolve("bin"));
        jdks = Files.createDirectories(folder.resolve("jdks"));
        Files.copy(House.ROOT.resolve("usher"), house.resolve("usher"));
        for (String tool : TOOLS.split(" ", -1))
            program(bin.resolve(tool), passOnTo(onThisMachine(tool)));
        environment.put("PATH", bin.toString());
        environment.put("USHER_JDKS", jdks.toString());
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    Path source(String name) throws IOException {
        Path file = house.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    /// A file of the house, which need not be there.
    Path file(String name) {
        return house.resolve(name);
    }

    /// A JDK whose java prints the JDK's name and its arguments, and makes a cache of nothing if it
    /// is told to; if REHEARSAL_FAILS, it fails in a rehearsal.
    Path jdk(String name, String version) throws IOException {
        Path jdk = jdks.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(
                jdk.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        program(jdk.resolve("bin/javac"), "#!/usr/bin/env bash\n");
        program(jdk.resolve("bin/java"), JAVA.replace("NAME", name));
        return jdk;
    }

    void maven(String version) throws IOException {
        Path script = House.ROOT.resolve("architecture/src/test/resources/scripted-maven");
        program(bin.resolve("mvn"), text(script));
        environment.put("MAVEN_IS", version);
    }

    Said usher(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", house.resolve("usher").toString()));
        command.addAll(List.of(arguments));
        Path out = house.resolveSibling("out");
        Path err = house.resolveSibling("err");
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().clear();
        process.environment().putAll(environment);
        int exit =
                process.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Said(exit, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String passOnTo(Path tool) {
        return "#!%s\nexec %s \"$@\"\n".formatted(onThisMachine("bash"), tool);
    }

    private static Path onThisMachine(String tool) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path program = Path.of(folder, tool);
            if (Files.isExecutable(program)) return program.toAbsolutePath();
        }
        throw new IllegalStateException(tool + " is not on the PATH, and ./usher needs it");
    }
}
