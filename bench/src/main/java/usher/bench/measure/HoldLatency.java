package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// S4: p99 of holds at half of the peak ÷ (p99 of the floor at the same rate + 2 × p99 of the disk
/// under the same load).
///
/// The peak is measured first, in the same run. The disk is asked in a round of its own, since
/// asking it is a load, too.
public final class HoldLatency implements Measure {

    private static final int CONNECTIONS = 256;
    private static final int PEAKS = 3;
    private static final long PROBE_PAUSE_MILLIS = 5;
    private static final Places PLACES = new Places(100, DurableHolds.SEATS_PER_EVENT, false);

    /// What one round gave.
    private record Round(Shot hold, Shot floor, Shot witnessed, long diskP99Micros) {
        double ratio() {
            return hold.p99Micros() / (floor.p99Micros() + 2.0 * diskP99Micros);
        }
    }

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Rush rush = stage.sell(PLACES);
            rush.closed(Call.FLOOR, CONNECTIONS, pace.warmUpMillis() / 2);
            rush.closed(Call.HOLD, CONNECTIONS, pace.warmUpMillis());
            double peak = peak(rush, pace);
            int perSecond = Math.max(1, (int) (peak / 2));
            rush.open(Call.HOLD, CONNECTIONS, perSecond, pace.roundMillis());
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < pace.rounds(); i++) {
                rounds.add(round(stage, rush, perSecond, pace.roundMillis()));
            }
            return rows(rounds, perSecond);
        }
    }

    private static double peak(Stage.Rush rush, Pace pace)
            throws IOException, InterruptedException {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < PEAKS; i++) {
            shots.add(rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.roundMillis()));
        }
        return Turns.samples(shots, Shot::perSecond).median();
    }

    private static Round round(Stage stage, Stage.Rush rush, int perSecond, long millis)
            throws IOException, InterruptedException {
        Shot hold = rush.open(Call.HOLD, CONNECTIONS, perSecond, millis);
        Shot floor = rush.open(Call.FLOOR, CONNECTIONS, perSecond, millis);
        DiskProbe probe = DiskProbe.start(stage.data().path(), PROBE_PAUSE_MILLIS);
        Shot witnessed;
        try (probe) {
            witnessed = rush.open(Call.HOLD, CONNECTIONS, perSecond, millis);
        }
        return new Round(hold, floor, witnessed, probe.micros(99));
    }

    private static List<Row> rows(List<Round> rounds, int perSecond) {
        List<Shot> holds = rounds.stream().map(Round::hold).toList();
        List<Shot> floors = rounds.stream().map(Round::floor).toList();
        List<String> troubles = new ArrayList<>(Turns.troubles(holds));
        troubles.addAll(Turns.troubles(floors));
        troubles.addAll(Turns.troubles(rounds.stream().map(Round::witnessed).toList()));
        Rows rows = new Rows("S4", troubles);
        rows.add(
                "hold p99 at half of peak ÷ (204 p99 + 2 × fdatasync p99)",
                Goal.atMost(1.5),
                Samples.of(rounds.stream().mapToDouble(Round::ratio).toArray()),
                Limits.of(holds));
        rows.add("half of peak, holds/s", Samples.of(perSecond));
        rows.add("hold p50, µs", Turns.samples(holds, shot -> shot.load().p50Micros()));
        rows.add("hold p99, µs", Turns.samples(holds, Shot::p99Micros));
        rows.add("hold p99.9, µs", Turns.samples(holds, shot -> shot.load().p999Micros()));
        rows.add("204 p99, µs", Turns.samples(floors, Shot::p99Micros));
        rows.add(
                "fdatasync p99, µs",
                Samples.of(rounds.stream().mapToDouble(Round::diskP99Micros).toArray()));
        return rows.list();
    }
}
