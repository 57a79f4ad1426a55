package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.server.DataFolder;
import usher.bench.server.ServerProcess;

/// Z5: from `./usher start`, built, on an empty ledger, until `/health/ready` answers 200.
///
/// A new process on files that the system has in memory, since one start goes before that does not
/// count: what somebody sees who starts it again.
public final class ColdStart implements Measure {

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Start unused = start(setting);
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < setting.pace().rounds(); i++) {
            starts.add(start(setting));
        }
        Rows rows = new Rows("Z5", List.of());
        rows.addStarts("seconds from ./usher start to ready, empty ledger", Goal.atMost(2), starts);
        return rows.list();
    }

    private static Start start(Setting setting) throws IOException, InterruptedException {
        try (DataFolder data = DataFolder.create(setting.house())) {
            long before = System.nanoTime();
            try (ServerProcess server = ServerProcess.execScript(setting.house(), data)) {
                server.awaitReady();
                return Start.over(server, before);
            }
        }
    }
}
