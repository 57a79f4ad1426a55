package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.load.Words;
import usher.bench.office.Replay;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;
import usher.bench.server.DataFolder;

/// S11: facts read back per second after a crash ÷ holds a second while they were made.
///
/// The server is killed in the middle of a load; then a fresh JVM each round opens a copy of the
/// ledger and folds every stream from its first fact on, without snapshots.
public final class ReplayAfterCrash implements Measure {

    private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED");
    private static final long KILLED_LOAD_MILLIS = 2_000;
    private static final Places PLACES = new Places(100, DurableHolds.SEATS_PER_EVENT, false);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Map.of())) {
            Stage.Rush rush = stage.sell(PLACES);
            rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
            List<Shot> live = new ArrayList<>();
            for (int i = 0; i < pace.rounds(); i++) {
                live.add(rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.roundMillis()));
            }
            rush.killUnder(Call.HOLD, DurableHolds.CONNECTIONS, KILLED_LOAD_MILLIS);
            return rows(live, replays(setting, stage.data()));
        }
    }

    private static List<Words> replays(Setting setting, DataFolder killed)
            throws IOException, InterruptedException {
        List<Words> replays = new ArrayList<>();
        for (int i = 0; i < setting.pace().rounds(); i++) {
            try (DataFolder data = killed.copy(setting.house())) {
                replays.add(Program.run(Replay.class, JVM, data.database().toString()));
            }
        }
        return replays;
    }

    private static List<Row> rows(List<Shot> live, List<Words> replays) {
        double[] factsPerSecond = each(replays, said -> 1000 * perMilli(said, "facts"));
        double[] ratios = new double[factsPerSecond.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = factsPerSecond[i] / live.get(i).perSecond();
        }
        Samples busy = Samples.of(each(replays, said -> perMilli(said, "cpuMillis")));
        int cores = Runtime.getRuntime().availableProcessors();
        Rows rows = new Rows("S11", Turns.troubles(live));
        rows.add(
                "facts replayed/s after a crash ÷ live holds/s",
                Goal.atLeast(10),
                Samples.of(ratios),
                "%.2f of %d processors busy with it".formatted(busy.median(), cores));
        rows.add("facts replayed/s", Samples.of(factsPerSecond));
        rows.add("facts replayed", Samples.of(each(replays, said -> said.number("facts"))));
        rows.addShots("live holds", live);
        return rows.list();
    }

    private static double perMilli(Words said, String what) {
        return (double) said.number(what) / said.number("millis");
    }

    private static double[] each(List<Words> replays, ToDoubleFunction<Words> of) {
        return replays.stream().mapToDouble(of).toArray();
    }
}
