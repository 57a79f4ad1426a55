package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// S1: durable holds ÷ the floor, on the same server in turns.
///
/// The holds go round 100 events of 100,000 places: between one hot event and a thousand lukewarm
/// ones, which S5 compares. The floor asks for the same places with the same tokens.
public final class DurableHolds implements Measure {

    static final int CONNECTIONS = 64;
    static final int SEATS_PER_EVENT = 100_000;

    private static final int EVENTS = 100;

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Rush rush = stage.sell(new Places(EVENTS, SEATS_PER_EVENT, false));
            rush.closed(Call.FLOOR, CONNECTIONS, pace.warmUpMillis() / 2);
            rush.closed(Call.HOLD, CONNECTIONS, pace.warmUpMillis());
            Turns turns =
                    Turns.take(
                            pace.rounds(),
                            () -> rush.closed(Call.HOLD, CONNECTIONS, pace.roundMillis()),
                            () -> rush.closed(Call.FLOOR, CONNECTIONS, pace.roundMillis()));
            setting.rememberHoldsPerSecond(Turns.samples(turns.left(), Shot::perSecond));
            return rows(turns);
        }
    }

    /// Holds a second alone, for measures that compare with it.
    static Samples holdsPerSecond(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Rush rush = stage.sell(new Places(EVENTS, SEATS_PER_EVENT, false));
            rush.closed(Call.HOLD, CONNECTIONS, pace.warmUpMillis());
            List<Shot> shots = new ArrayList<>();
            for (int round = 0; round < pace.rounds(); round++) {
                shots.add(rush.closed(Call.HOLD, CONNECTIONS, pace.roundMillis()));
            }
            return Turns.samples(shots, Shot::perSecond);
        }
    }

    private static List<Row> rows(Turns turns) {
        Rows rows = new Rows("S1", turns.troubles());
        String limits = Limits.of(turns.left());
        rows.add(
                "durable holds/s ÷ 204/s",
                Goal.atLeast(0.80),
                turns.ratio(Shot::perSecond),
                limits);
        if (turns.tellsProcessorTime()) {
            Samples ratio = turns.inverseRatio(Turns::cpuMicros);
            rows.add("CPU-µs of a 204 ÷ of a hold, server", Goal.atLeast(0.80), ratio, limits);
        }
        rows.addShots("holds", turns.left());
        rows.addShots("204", turns.right());
        return rows.list();
    }
}
