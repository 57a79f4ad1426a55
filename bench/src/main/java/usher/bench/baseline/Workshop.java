package usher.bench.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Where a program is made of sources by another program.
///
/// @param folder to work in
/// @param product the file there that is written last
record Workshop(Path folder, Path product) {

    private static final long MAKE_MINUTES_MAX = 10;
    private static final int LINES_TOLD_MAX = 5;

    /// Runs `command`, unless the product is newer than all `sources`.
    ///
    /// @throws IOException if there is no such command, or if it fails; with what it said last
    void make(List<String> sources, List<String> command) throws IOException, InterruptedException {
        if (isMade(sources)) return;
        Path log = Files.createTempFile("usher-baseline-", ".log");
        try {
            Process process = start(command, log);
            if (!process.waitFor(MAKE_MINUTES_MAX, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException(said("took too long", command, log));
            }
            if (process.exitValue() != 0) throw new IOException(said("failed", command, log));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private Process start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException(command.getFirst() + " is not installed", e);
        }
    }

    private boolean isMade(List<String> sources) throws IOException {
        Path made = folder.resolve(product);
        if (!Files.exists(made)) return false;
        FileTime when = Files.getLastModifiedTime(made);
        for (String source : sources) {
            try (Stream<Path> files = Files.walk(folder.resolve(source))) {
                if (files.anyMatch(file -> isNewer(file, when))) return false;
            }
        }
        return true;
    }

    private static boolean isNewer(Path file, FileTime when) {
        try {
            return Files.getLastModifiedTime(file).compareTo(when) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String how, List<String> command, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        int from = Math.max(0, lines.size() - LINES_TOLD_MAX);
        String last = String.join("\n", lines.subList(from, lines.size()));
        return "`%s` %s (it fetches what it needs the first time):%n%s"
                .formatted(String.join(" ", command), how, last);
    }
}
