package usher.bench.measure;

import java.io.IOException;
import java.util.List;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;

/// S10: requests a second of whole visits (hold, book, pay, look) ÷ holds a second, on the same
/// server in turns.
///
/// A visit is four requests, three of which are durable. Joining the waiting room, which belongs to
/// the path, is not part of it yet.
public final class FullPath implements Measure {

    private static final int EVENTS = 50;
    private static final Places PLACES = new Places(EVENTS, DurableHolds.SEATS_PER_EVENT, false);

    /// Places of one tier, with a price.
    static final String FLOOR =
            """
            "sections":[{"name":"Floor","tier":"GA","price":{"amount":1000,"currency":"USD"},\
            "capacity":%d}]\
            """;

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        int connections = DurableHolds.CONNECTIONS;
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            String floor = FLOOR.formatted(PLACES.seatsPerEvent());
            Stage.Tour visits = stage.sellJourneys(PLACES, floor);
            Stage.Rush holds = stage.sell(PLACES);
            visits.closed(connections, pace.warmUpMillis());
            holds.closed(Call.HOLD, connections, pace.warmUpMillis() / 2);
            Turns turns =
                    Turns.take(
                            pace.rounds(),
                            () -> visits.closed(connections, pace.roundMillis()),
                            () -> holds.closed(Call.HOLD, connections, pace.roundMillis()));
            return rows(turns);
        }
    }

    private static List<Row> rows(Turns turns) {
        Rows rows = new Rows("S10", turns.troubles());
        rows.add(
                "requests/s of hold, book, pay, look ÷ holds/s",
                Goal.atLeast(0.80),
                turns.ratio(Shot::perSecond),
                Limits.of(turns.left()));
        rows.addShots("requests of whole visits", turns.left());
        rows.addShots("holds", turns.right());
        return rows.list();
    }
}
