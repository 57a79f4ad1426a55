package usher.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM that plays the same seeds at the same time and tells their digests.
///
/// It hashes objects differently (`-XX:hashCode`: all objects alike), compiles differently (no
/// C2), and salts its immutable collections differently, as every JVM does: whatever depends on
/// one of these makes another digest there.
final class Twin implements AutoCloseable {

    private static final List<String> OTHER_FLAGS =
            List.of(
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=2",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC");

    private final Process jvm;
    private final BufferedReader lines;

    private Twin(Process jvm) {
        this.jvm = jvm;
        this.lines = jvm.inputReader(StandardCharsets.UTF_8);
    }

    static Twin start(Options options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OTHER_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Sim.class.getName()));
        command.addAll(options.forTwin());
        try {
            return new Twin(
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a second JVM", e);
        }
    }

    /// What a twin does: plays the seeds and writes a line for each.
    static void play(Options options, PrintStream out) {
        for (long seed = options.first(); seed < options.end(); seed++) {
            Verdict verdict = Simulation.run(seed, Seams.NONE);
            out.println(seed + " " + Long.toHexString(verdict.digest()));
            out.flush();
        }
    }

    /// The digest of `seed`, the next in order; waits until it is known.
    long digest(long seed) {
        try {
            String line = lines.readLine();
            if (line == null) throw new IOException("it said nothing of seed " + seed);
            String[] words = line.split(" ", 2);
            if (Long.parseLong(words[0]) != seed) throw new IOException("it said: " + line);
            return Long.parseUnsignedLong(words[1], 16);
        } catch (IOException e) {
            throw new UncheckedIOException("the second JVM does not answer", e);
        }
    }

    /// Ends the other JVM, whether or not it is done.
    @Override
    public void close() {
        jvm.destroy();
    }
}
