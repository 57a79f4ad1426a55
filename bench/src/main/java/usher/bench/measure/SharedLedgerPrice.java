package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import usher.bench.load.Call;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.server.LedgerServer;
import usher.bench.server.PostgresLedgers;
import usher.bench.server.RedisLedgers;

/// S8: what a hold costs on a ledger that nodes share, all processes together, ÷ on the embedded
/// one; one node each, in turns.
public final class SharedLedgerPrice implements Measure {

    private static final Places PLACES = new Places(100, DurableHolds.SEATS_PER_EVENT, false);

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (LedgerServer postgres = new PostgresLedgers()) {
            rows.addAll(compare(setting, postgres));
        }
        try (LedgerServer redis = new RedisLedgers()) {
            rows.addAll(compare(setting, redis));
        }
        return rows;
    }

    private static List<Row> compare(Setting setting, LedgerServer ledger)
            throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage shared = Stage.open(setting, ledger, 1);
                Stage embedded = Stage.open(setting, Map.of())) {
            Stage.Rush left = shared.sell(PLACES);
            Stage.Rush right = embedded.sell(PLACES);
            left.warmUp(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
            right.warmUp(Call.HOLD, DurableHolds.CONNECTIONS, pace.warmUpMillis());
            Turns turns =
                    Turns.take(pace.rounds(), () -> shot(left, pace), () -> shot(right, pace));
            return rows(ledger.name(), turns);
        }
    }

    private static Shot shot(Stage.Rush rush, Pace pace) throws IOException, InterruptedException {
        return rush.closed(Call.HOLD, DurableHolds.CONNECTIONS, pace.roundMillis());
    }

    private static List<Row> rows(String name, Turns turns) {
        Rows rows = new Rows("S8", turns.troubles());
        String limits = Limits.of(turns.left());
        if (turns.tellsProcessorTime()) {
            rows.add(
                    "CPU-µs of a hold on %s, all processes, ÷ on SQLite".formatted(name),
                    Goal.atMost(1.5),
                    turns.ratio(Turns::cpuMicros),
                    limits);
        }
        rows.add(
                "holds/s on %s ÷ on SQLite".formatted(name),
                Goal.NONE,
                turns.ratio(Shot::perSecond),
                limits);
        rows.addShots("holds on " + name, turns.left());
        rows.addShots("holds on SQLite", turns.right());
        return rows.list();
    }
}
