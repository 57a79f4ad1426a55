package usher.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// Where and what was measured.
///
/// @param processor its model, as the system names it
/// @param system kernel or operating system
/// @param diskP50Micros median of forcing 4 KiB to the disk (`fdatasync`) while nothing else runs
/// @param commit of the source, with `+` if files differ from it
public record Machine(
        String processor,
        int cores,
        String system,
        String jdk,
        long diskP50Micros,
        long diskP99Micros,
        String commit,
        LocalDate date) {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    /// This machine, today.
    ///
    /// @param source a folder in the work tree that was built
    public static Machine here(Path source, long diskP50Micros, long diskP99Micros) {
        return new Machine(
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                diskP50Micros,
                diskP99Micros,
                commitId(source),
                LocalDate.now(ZoneOffset.UTC));
    }

    String sentence() {
        return "%s, %d cores, %s, fdatasync p50 %d µs p99 %d µs; JDK %s; commit %s; %s"
                .formatted(
                        processor, cores, system, diskP50Micros, diskP99Micros, jdk, commit, date);
    }

    private static String processorModel() {
        try {
            if (Files.exists(CPUINFO)) {
                return Files.readAllLines(CPUINFO).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            }
        } catch (IOException e) {
            // Then its architecture has to do.
        }
        return System.getProperty("os.arch");
    }

    private static String commitId(Path source) {
        String id = git(source, "rev-parse", "--short", "HEAD");
        if (id.isEmpty()) return "unknown";
        return git(source, "status", "--porcelain").isEmpty() ? id : id + "+";
    }

    /// What git says; empty if there is no git, or no work tree.
    private static String git(Path source, String... arguments) {
        ProcessBuilder git = new ProcessBuilder("git", "-C", source.toString());
        for (String argument : arguments) {
            git.command().add(argument);
        }
        try {
            Process process = git.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
