package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import usher.bench.baseline.Baseline;
import usher.bench.baseline.ExpressRedis;
import usher.bench.baseline.Manners;
import usher.bench.baseline.SpringPostgres;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.server.LedgerServer;
import usher.bench.server.PostgresLedgers;
import usher.bench.server.RedisLedgers;

/// S13: holds of Usher ÷ of conventional services, in turns; each is asked first whether it
/// behaves.
///
/// Usher is there twice: on its embedded ledger, as it is installed, and on the very database
/// server that the conventional service uses.
public final class Conventional implements Measure {

    private static final Places PLACES = new Places(100, DurableHolds.SEATS_PER_EVENT, false);

    /// Fewer seats, because a conventional service keeps a row for each. It will not sell them all.
    private static final Places FEWER_PLACES = new Places(100, 20_000, false);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        add(rows, setting, new SpringPostgres(), Goal.atLeast(20), PostgresLedgers::new);
        add(rows, setting, new ExpressRedis(), Goal.atLeast(10), RedisLedgers::new);
        return rows;
    }

    private static void add(
            List<Row> rows,
            Setting setting,
            Baseline baseline,
            Goal goal,
            Supplier<LedgerServer> database)
            throws InterruptedException {
        try {
            baseline.build(setting.house());
            try (LedgerServer store = database.get()) {
                rows.addAll(compare(setting, baseline, goal, store));
            }
        } catch (IOException e) {
            setting.giveUp("S13, " + baseline.name() + ",", e);
        }
    }

    private static List<Row> compare(
            Setting setting, Baseline baseline, Goal goal, LedgerServer store)
            throws IOException, InterruptedException {
        try (Stage conventional = Stage.open(setting, store, baseline);
                Stage embedded = Stage.open(setting, Map.of());
                Stage shared = Stage.open(setting, store, 1)) {
            List<Turns.Load> loads = new ArrayList<>();
            loads.add(load(setting, conventional, FEWER_PLACES));
            loads.add(load(setting, embedded, PLACES));
            loads.add(load(setting, shared, PLACES));
            List<List<Shot>> shots = Turns.takeAll(setting.pace().rounds(), loads);
            return new Contest(baseline.name(), store.name(), shots).rows(goal);
        }
    }

    /// Sees that the service behaves, warms it up, and says how to load it.
    private static Turns.Load load(Setting setting, Stage stage, Places places)
            throws IOException, InterruptedException {
        List<String> breaches = Manners.breachesOf(stage.server().api());
        if (!breaches.isEmpty()) throw new IOException("it misbehaves: " + breaches);
        Stage.Rush rush = stage.sellLimited(places, Manners.HELD_SEATS_PER_USER);
        Pace pace = setting.pace();
        rush.warmUp(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
        return () -> rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.roundMillis());
    }

    /// What came of it.
    ///
    /// @param shots of the baseline, of Usher on its embedded ledger, of Usher on the same database
    private record Contest(String baseline, String database, List<List<Shot>> shots) {

        List<Row> rows(Goal goal) {
            Turns embedded = new Turns(shots.get(1), shots.get(0));
            Turns shared = new Turns(shots.get(2), shots.get(0));
            List<String> troubles = new ArrayList<>(embedded.troubles());
            troubles.addAll(Turns.troubles(shared.left()));
            Rows rows = new Rows("S13", troubles);
            rows.add(
                    "holds/s of Usher ÷ of " + baseline,
                    goal,
                    embedded.ratio(Shot::perSecond),
                    Limits.of(embedded.right()));
            rows.add(
                    "holds/s of Usher on %s ÷ of %s".formatted(database, baseline),
                    shared.ratio(Shot::perSecond));
            if (embedded.tellsProcessorTime() && shared.tellsProcessorTime()) {
                addProcessorTime(rows, embedded, shared);
            }
            rows.addShots("holds of " + baseline, shots.get(0));
            rows.addShots("holds of Usher", shots.get(1));
            rows.addShots("holds of Usher on " + database, shots.get(2));
            return rows.list();
        }

        private void addProcessorTime(Rows rows, Turns embedded, Turns shared) {
            String what = "CPU-µs of a hold of %s, all processes, ÷ of Usher".formatted(baseline);
            rows.add(what, embedded.inverseRatio(Turns::cpuMicros));
            rows.add(what + " on " + database, shared.inverseRatio(Turns::cpuMicros));
        }
    }
}
