package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;
import usher.bench.server.DataFolder;
import usher.bench.server.ServerProcess;

/// Z5: from `./usher start`, built, on an empty ledger, until `/health/ready` answers 200.
///
/// A new process on files that the system has in memory: what somebody sees who starts it again.
public final class ColdStart implements Measure {

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        double[] seconds = new double[setting.pace().rounds()];
        start(setting);
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = start(setting);
        }
        Rows rows = new Rows("Z5", List.of());
        rows.add(
                "seconds from ./usher start to ready, empty ledger",
                Goal.atMost(2),
                Samples.of(seconds),
                "loading classes, on one processor after the other");
        return rows.list();
    }

    private static double start(Setting setting) throws IOException, InterruptedException {
        try (DataFolder data = DataFolder.create(setting.house())) {
            long before = System.nanoTime();
            try (ServerProcess server = ServerProcess.execScript(setting.house(), data)) {
                server.awaitReady();
                return (System.nanoTime() - before) / 1e9;
            }
        }
    }
}
