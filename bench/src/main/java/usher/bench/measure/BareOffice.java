package usher.bench.measure;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import usher.bench.office.HoldBenchmark;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// S12: holds a second of the bare box office, one thread, by JMH ÷ holds a second over HTTP.
public final class BareOffice implements Measure {

    private static final String QUIET = "--sun-misc-unsafe-memory-access=allow";

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        double overHttp = setting.holdsPerSecond().median();
        double[] decisions = decisionsPerSecond(setting.pace());
        double[] ratios = new double[decisions.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = decisions[i] / overHttp;
        }
        Rows rows = new Rows("S12", List.of());
        rows.add(
                "decisions/s of the bare box office ÷ holds/s over HTTP",
                Goal.atLeast(30),
                Samples.of(ratios),
                "one thread");
        rows.add("decisions/s", Samples.of(decisions));
        return rows.list();
    }

    private static double[] decisionsPerSecond(Pace pace) throws IOException {
        Options options =
                new OptionsBuilder()
                        .include(HoldBenchmark.class.getName())
                        .forks(1)
                        .jvmArgsAppend(QUIET)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.milliseconds(Math.min(pace.roundMillis(), 2000)))
                        .measurementIterations(pace.rounds())
                        .measurementTime(TimeValue.milliseconds(Math.min(pace.roundMillis(), 2000)))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build();
        try {
            return scores(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IOException("JMH could not run", e);
        }
    }

    private static double[] scores(Collection<RunResult> results) {
        return results.stream()
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(benchmark -> benchmark.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(result -> result.getScore())
                .toArray();
    }
}
