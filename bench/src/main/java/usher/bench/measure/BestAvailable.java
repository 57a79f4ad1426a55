package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.results.RunResult;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.office.BestSeatsBenchmark;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// The best two of 100,000 seats in 50 blocks, over HTTP and durable ÷ holds of one seat that the
/// visitor chose, on the same server in turns; and the same decisions of the bare box office, one
/// thread, by JMH.
public final class BestAvailable implements Measure {

    private static final int QUANTITY = 2;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int EVENTS = 50;
    private static final int BLOCKS = 50;
    private static final String BLOCK =
            """
            {"name":"Block %d","tier":"Seats","price":{"amount":5000,"currency":"EUR"},\
            "rows":40,"seatsPerRow":50,"aisles":[25]}\
            """;
    private static final Places CHOSEN = new Places(EVENTS, DurableHolds.SEATS_PER_EVENT, false);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Tour best = stage.sellBest(EVENTS, sections(), QUANTITY);
            Stage.Rush chosen = stage.sell(CHOSEN);
            best.closed(DurableHolds.CONNECTIONS, pace.warmUpMillis());
            shot(chosen, pace.warmUpMillis() / 2);
            Turns turns =
                    Turns.take(
                            pace.rounds(),
                            () -> best.closed(DurableHolds.CONNECTIONS, pace.roundMillis()),
                            () -> shot(chosen, pace.roundMillis()));
            List<Row> rows = new ArrayList<>(rows(turns));
            rows.addAll(decisions(pace));
            return rows;
        }
    }

    private static String sections() {
        return IntStream.rangeClosed(1, BLOCKS)
                .mapToObj(BLOCK::formatted)
                .collect(Collectors.joining(",", "\"sections\":[", "]"));
    }

    private static Shot shot(Stage.Rush rush, long millis)
            throws IOException, InterruptedException {
        return rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, millis);
    }

    private static List<Row> rows(Turns turns) {
        Rows rows = new Rows("BEST", turns.troubles());
        rows.add(
                "best-available holds/s, 2 of 100,000 ÷ holds/s of a chosen seat",
                Goal.NONE,
                turns.ratio(Shot::perSecond),
                Limits.of(turns.left()));
        rows.addShots("best-available holds", turns.left());
        rows.addShots("holds of a chosen seat", turns.right());
        return rows.list();
    }

    /// How long the bare box office takes to choose, in halls that make it more or less hard.
    private static List<Row> decisions(Pace pace) throws IOException {
        Rows rows = new Rows("BEST", List.of());
        for (RunResult result : Jmh.run(BestSeatsBenchmark.class, pace)) {
            String quantity = result.getParams().getParam("quantity");
            String hall = result.getParams().getParam("hall").toLowerCase(Locale.ROOT);
            double[] perSecond = Jmh.scores(result);
            for (int i = 0; i < perSecond.length; i++) {
                perSecond[i] = NANOS_PER_SECOND / perSecond[i];
            }
            rows.add(
                    "decisions/s, the best %s of 100,000, %s"
                            .formatted(quantity, hall.replace('_', ' ')),
                    Samples.of(perSecond));
        }
        return rows.list();
    }
}
