package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;

/// S5: all load on one event ÷ the same load spread over 1,000, on the same server in turns.
///
/// A hot event of 100,000 places is sold out within seconds; the load then goes on with another.
/// The 1,000 events have 10,000 places each, so that all of them fit into any machine's memory.
public final class HotEvent implements Measure {

    private static final Places HOT = new Places(100, DurableHolds.SEATS_PER_EVENT, true);
    private static final Places SPREAD = new Places(1000, 10_000, false);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Map.of())) {
            Stage.Rush hot = stage.sell(HOT);
            Stage.Rush spread = stage.sell(SPREAD);
            hot.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
            spread.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
            Turns turns =
                    Turns.take(pace.rounds(), () -> shot(hot, pace), () -> shot(spread, pace));
            return rows(turns);
        }
    }

    private static Shot shot(Stage.Rush rush, Pace pace) throws IOException, InterruptedException {
        return rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.roundMillis());
    }

    private static List<Row> rows(Turns turns) {
        Rows rows = new Rows("S5", turns.troubles());
        rows.add(
                "holds/s on one hot event ÷ spread over 1,000",
                Goal.atLeast(0.90),
                turns.ratio(Shot::perSecond),
                Limits.of(turns.left()));
        rows.addShots("holds on one event", turns.left());
        rows.addShots("holds on 1,000 events", turns.right());
        return rows.list();
    }
}
