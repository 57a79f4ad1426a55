package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import usher.bench.office.HoldBenchmark;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// S12: holds a second of the bare box office, one thread, by JMH ÷ holds a second over HTTP.
public final class BareOffice implements Measure {

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        double overHttp = setting.holdsPerSecond().median();
        RunResult result = Jmh.run(HoldBenchmark.class, setting.pace()).iterator().next();
        double[] decisions = Jmh.scores(result);
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
}
