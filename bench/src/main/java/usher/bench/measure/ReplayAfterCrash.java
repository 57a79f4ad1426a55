package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
/// The server is killed after its rounds of holds; then a fresh JVM each round opens a copy of the
/// ledger and folds every stream from its first fact on, without snapshots.
public final class ReplayAfterCrash implements Measure {

    private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED");
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
            stage.server().kill();
            return rows(live, replays(setting, stage.data()));
        }
    }

    private static double[] replays(Setting setting, DataFolder killed)
            throws IOException, InterruptedException {
        double[] factsPerSecond = new double[setting.pace().rounds()];
        for (int i = 0; i < factsPerSecond.length; i++) {
            try (DataFolder data = killed.copy(setting.house())) {
                Words said = Program.run(Replay.class, JVM, data.database().toString());
                factsPerSecond[i] = 1000.0 * said.number("facts") / said.number("millis");
            }
        }
        return factsPerSecond;
    }

    private static List<Row> rows(List<Shot> live, double[] replayed) {
        double[] ratios = new double[replayed.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = replayed[i] / live.get(i).perSecond();
        }
        Rows rows = new Rows("S11", Turns.troubles(live));
        rows.add(
                "facts replayed/s after a crash ÷ live holds/s",
                Goal.atLeast(10),
                Samples.of(ratios),
                "a JVM that has not compiled yet, then parsing");
        rows.add("facts replayed/s", Samples.of(replayed));
        rows.addShots("live holds", live);
        return rows.list();
    }
}
