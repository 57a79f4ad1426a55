package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.server.ServerProcess;

/// S3: durable holds ÷ holds that wait for no disk, on two servers in turns, 256 in flight.
public final class FsyncPrice implements Measure {

    private static final int CONNECTIONS = 256;
    private static final Map<String, String> RELAXED = Map.of("USHER_LEDGER_DURABILITY", "relaxed");
    private static final Places PLACES = new Places(100, DurableHolds.SEATS_PER_EVENT, false);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage durable = Stage.open(setting, Map.of());
                Stage relaxed = Stage.open(setting, RELAXED)) {
            requireThatTheyDiffer(durable.server(), relaxed.server());
            Stage.Rush left = durable.sell(PLACES);
            Stage.Rush right = relaxed.sell(PLACES);
            left.closed(Call.HOLD, CONNECTIONS, pace.warmUpMillis());
            right.closed(Call.HOLD, CONNECTIONS, pace.warmUpMillis());
            Turns turns =
                    Turns.take(
                            pace.rounds(),
                            () -> left.closed(Call.HOLD, CONNECTIONS, pace.roundMillis()),
                            () -> right.closed(Call.HOLD, CONNECTIONS, pace.roundMillis()));
            return rows(turns);
        }
    }

    /// A setting that does not arrive would make two equal servers, and a splendid ratio.
    private static void requireThatTheyDiffer(ServerProcess durable, ServerProcess relaxed)
            throws IOException, InterruptedException {
        if (durable.api().isRelaxed()) throw new IOException("the durable server is relaxed");
        if (!relaxed.api().isRelaxed()) throw new IOException("the relaxed server is durable");
    }

    private static List<Row> rows(Turns turns) {
        Rows rows = new Rows("S3", turns.troubles());
        rows.add(
                "durable holds/s ÷ holds/s with fsync off, 256 in flight",
                Goal.atLeast(0.90),
                turns.ratio(Shot::perSecond),
                Limits.of(turns.left()));
        rows.addShots("durable holds", turns.left());
        rows.addShots("holds with fsync off", turns.right());
        return rows.list();
    }
}
