package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import usher.bench.report.Goal;
import usher.bench.report.Row;

/// Bookings of a place each on 20 events of 50,000 places, as the ticket-booking document sizes
/// them: how many a second at most, and how long each takes while 50,000 buyers are there.
///
/// A buyer who stays for half a minute books once, so 50,000 of them make 1,667 bookings a second
/// (Little's law: how many are there is how many arrive, times how long each stays). They arrive on
/// schedule, however long the answers take.
public final class Buyers implements Measure {

    private static final int EVENTS = 20;
    private static final int PLACES = 50_000;
    private static final int BUYERS = 50_000;
    private static final int STAY_SECONDS = 30;
    private static final int ARRIVALS_PER_SECOND = BUYERS / STAY_SECONDS;
    private static final int CONNECTIONS = 256;
    private static final int PEAKS = 3;
    private static final double MICROS_PER_MILLI = 1000;

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Tour warmUp = sell(stage);
            warmUp.open(CONNECTIONS, ARRIVALS_PER_SECOND, pace.warmUpMillis());
            List<Shot> arrivals = new ArrayList<>();
            Stage.Tour sale = sell(stage);
            for (int i = 0; i < pace.rounds(); i++) {
                arrivals.add(sale.open(CONNECTIONS, ARRIVALS_PER_SECOND, pace.roundMillis()));
            }
            List<Shot> peaks = new ArrayList<>();
            for (int i = 0; i < Math.min(PEAKS, pace.rounds()); i++) {
                peaks.add(sell(stage).closed(CONNECTIONS, pace.roundMillis()));
            }
            return rows(arrivals, peaks);
        }
    }

    private static Stage.Tour sell(Stage stage) throws IOException, InterruptedException {
        return stage.sellOrders(EVENTS, FullPath.FLOOR.formatted(PLACES), "GA", 1);
    }

    private static List<Row> rows(List<Shot> arrivals, List<Shot> peaks) {
        List<String> troubles = new ArrayList<>(Turns.troubles(arrivals));
        troubles.addAll(Turns.troubles(peaks));
        Rows rows = new Rows("BOOK", troubles);
        rows.add(
                "booking p95, 50,000 buyers at 20 events of 50,000 places, ms",
                Goal.atMost(500),
                Turns.samples(arrivals, shot -> shot.load().p95Micros() / MICROS_PER_MILLI),
                Limits.of(arrivals));
        rows.add(
                "booking p99, ms",
                Turns.samples(arrivals, shot -> shot.p99Micros() / MICROS_PER_MILLI));
        rows.addShots("bookings of those buyers", arrivals);
        rows.addShots("bookings, as many as it takes", peaks);
        return rows.list();
    }
}
