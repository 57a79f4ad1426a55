package usher.bench.load;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A running [Generator], seen from the bench. Not thread-safe.
public final class GeneratorProcess implements AutoCloseable {

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader results;

    private GeneratorProcess(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.results = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Starts one with the JVM and the class path of this process.
    public static GeneratorProcess start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms64m",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Generator.class.getName());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new GeneratorProcess(builder.start());
    }

    /// Runs a load and waits for its end.
    ///
    /// @throws IOException if the generator could not run it
    public LoadResult run(LoadOrder order) throws IOException {
        orders.write(order.line());
        orders.newLine();
        orders.flush();
        String line = results.readLine();
        if (line == null) throw new IOException("the load generator died");
        if (!line.startsWith(Generator.RESULT)) throw new IOException("the load " + line);
        return LoadResult.parse(line.substring(Generator.RESULT.length()));
    }

    /// Ends the process.
    @Override
    public void close() {
        process.destroy();
    }
}
