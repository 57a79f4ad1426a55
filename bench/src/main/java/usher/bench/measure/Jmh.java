package usher.bench.measure;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs a benchmark by JMH, in a JVM of its own: one iteration is one round.
final class Jmh {

    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";
    private static final int WARM_UPS = 3;
    private static final long ITERATION_MILLIS_MAX = 2_000;

    private Jmh() {}

    /// The results for each combination of parameters.
    ///
    /// @throws IOException if it fails
    static Collection<RunResult> run(Class<?> benchmark, Pace pace) throws IOException {
        TimeValue iteration =
                TimeValue.milliseconds(Math.min(pace.roundMillis(), ITERATION_MILLIS_MAX));
        Options options =
                new OptionsBuilder()
                        .include(benchmark.getName())
                        .forks(1)
                        .jvmArgsAppend(QUIET)
                        .warmupIterations(WARM_UPS)
                        .warmupTime(iteration)
                        .measurementIterations(pace.rounds())
                        .measurementTime(iteration)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IOException("JMH could not run", e);
        }
    }

    /// What each round gave, in the benchmark's unit.
    static double[] scores(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(benchmark -> benchmark.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(primary -> primary.getScore())
                .toArray();
    }
}
