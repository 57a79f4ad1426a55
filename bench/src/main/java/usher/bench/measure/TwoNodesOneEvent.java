package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.server.LedgerServer;
import usher.bench.server.PostgresLedgers;

/// S9: two nodes on one hot event ÷ one node, on the same PostgreSQL in turns.
///
/// The connections take turns between the nodes, as they would without any routing: the worst case.
public final class TwoNodesOneEvent implements Measure {

    private static final Places HOT = new Places(100, DurableHolds.SEATS_PER_EVENT, true);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (LedgerServer postgres = new PostgresLedgers();
                Stage two = Stage.open(setting, postgres, 2);
                Stage one = Stage.open(setting, postgres, 1)) {
            Stage.Rush left = two.sell(HOT);
            Stage.Rush right = one.sell(HOT);
            left.warmUp(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
            right.warmUp(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
            Turns turns =
                    Turns.take(pace.rounds(), () -> shot(left, pace), () -> shot(right, pace));
            return rows(turns);
        }
    }

    private static Shot shot(Stage.Rush rush, Pace pace) throws IOException, InterruptedException {
        return rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.roundMillis());
    }

    private static List<Row> rows(Turns turns) {
        Rows rows = new Rows("S9", turns.troubles());
        String limits = Limits.of(turns.left());
        rows.add(
                "holds/s of two nodes on one hot event ÷ of one",
                Goal.atLeast(0.90),
                turns.ratio(Shot::perSecond),
                limits);
        if (turns.tellsProcessorTime()) {
            rows.add(
                    "CPU-µs of a hold of two nodes ÷ of one, all processes",
                    Goal.atMost(1.3),
                    turns.ratio(Turns::cpuMicros),
                    limits);
        }
        rows.addShots("holds of two nodes", turns.left());
        rows.addShots("holds of one node", turns.right());
        return rows.list();
    }
}
