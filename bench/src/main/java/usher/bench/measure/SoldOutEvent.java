package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;

/// S2: refusals of a sold-out event ÷ the floor, on the same server in turns.
///
/// All 100,000 places are reserved; then everybody asks for a place that somebody else has, and is
/// told so in a problem document.
public final class SoldOutEvent implements Measure {

    private static final Places PLACES = new Places(1, DurableHolds.SEATS_PER_EVENT, false);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Rush rush = stage.sell(PLACES);
            rush.all(Call.HOLD, DurableHolds.CONNECTIONS);
            rush.all(Call.RESERVE, DurableHolds.CONNECTIONS);
            shot(rush, Call.FLOOR, pace.warmUpMillis() / 2);
            shot(rush, Call.REFUSED_HOLD, pace.warmUpMillis());
            Turns turns =
                    Turns.take(
                            pace.rounds(),
                            () -> shot(rush, Call.REFUSED_HOLD, pace.roundMillis()),
                            () -> shot(rush, Call.FLOOR, pace.roundMillis()));
            return rows(turns);
        }
    }

    private static Shot shot(Stage.Rush rush, Call call, long millis)
            throws IOException, InterruptedException {
        return rush.closed(call, DurableHolds.CONNECTIONS, millis);
    }

    private static List<Row> rows(Turns turns) {
        Rows rows = new Rows("S2", turns.troubles());
        rows.add(
                "refusals/s of a sold-out event ÷ 204/s",
                Goal.atLeast(0.90),
                turns.ratio(Shot::perSecond),
                Limits.of(turns.left()));
        rows.addShots("refusals", turns.left());
        rows.addShots("204", turns.right());
        return rows.list();
    }
}
