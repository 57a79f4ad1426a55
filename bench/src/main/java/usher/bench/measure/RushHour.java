package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToLongFunction;
import usher.bench.load.Call;
import usher.bench.load.GeneratorProcess;
import usher.bench.load.LoadResult;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.report.Samples;

/// S14: 5,000 holds and 1,000 bookings a second for a minute, in an open loop: how long each takes,
/// and how much memory the server has had in the end.
///
/// The two loads come from two generators, so that both keep their pace.
public final class RushHour implements Measure {

    private static final int HOLDS_PER_SECOND = 5_000;
    private static final int BOOKINGS_PER_SECOND = 1_000;
    private static final int CONNECTIONS = 128;
    private static final int ROUNDS_MAX = 3;

    /// How much longer a round is than those of other measures: a minute where they are 5 s.
    private static final int LONGER = 12;

    private static final double MICROS_PER_MILLI = 1000;
    private static final double MEBIBYTE = 1 << 20;
    private static final Places PLACES = new Places(100, DurableHolds.SEATS_PER_EVENT, false);
    private static final int BOOKED_EVENTS = 20;

    /// What one round gave.
    private record Round(Shot holds, LoadResult bookings) {}

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        long millis = LONGER * pace.roundMillis();
        String floor = FullPath.FLOOR.formatted(DurableHolds.SEATS_PER_EVENT);
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR);
                GeneratorProcess booking = GeneratorProcess.start()) {
            Stage.Rush holds = stage.sell(PLACES);
            Stage.Tour orders = stage.sellOrders(BOOKED_EVENTS, floor, "GA", 1);
            Round unused = round(holds, orders, booking, pace.warmUpMillis());
            List<Round> rounds = new ArrayList<>();
            for (int i = 0; i < Math.min(ROUNDS_MAX, pace.rounds()); i++) {
                rounds.add(round(holds, orders, booking, millis));
            }
            return rows(rounds, stage.server().memoryBytes());
        }
    }

    private static Round round(
            Stage.Rush holds, Stage.Tour orders, GeneratorProcess booking, long millis)
            throws IOException, InterruptedException {
        CompletableFuture<LoadResult> bookings =
                CompletableFuture.supplyAsync(() -> book(orders, booking, millis));
        Shot held = holds.open(Call.HOLD, CONNECTIONS, HOLDS_PER_SECOND, millis);
        return new Round(held, bookings.join());
    }

    private static LoadResult book(Stage.Tour orders, GeneratorProcess booking, long millis) {
        try {
            return orders.beside(booking, CONNECTIONS, BOOKINGS_PER_SECOND, millis);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static List<Row> rows(List<Round> rounds, OptionalLong memoryBytes) {
        List<Shot> holds = rounds.stream().map(Round::holds).toList();
        List<String> troubles = new ArrayList<>(Turns.troubles(holds));
        for (Round round : rounds) {
            if (!round.bookings().trouble().isEmpty()) troubles.add(round.bookings().trouble());
        }
        Rows rows = new Rows("S14", troubles);
        rows.add(
                "hold p95 at 5,000 holds/s and 1,000 bookings/s, ms",
                Goal.atMost(5),
                Turns.samples(holds, shot -> shot.load().p95Micros() / MICROS_PER_MILLI),
                Limits.of(holds));
        rows.add("booking p95, ms", Goal.atMost(10), millis(rounds, LoadResult::p95Micros), "");
        if (memoryBytes.isPresent()) {
            rows.add(
                    "memory of the process at most, MiB",
                    Goal.atMost(1024),
                    Samples.of(memoryBytes.getAsLong() / MEBIBYTE),
                    "");
        }
        rows.add("hold p99, ms", Turns.samples(holds, shot -> shot.p99Micros() / MICROS_PER_MILLI));
        rows.add("booking p99, ms", millis(rounds, LoadResult::p99Micros));
        rows.add("holds/s", Turns.samples(holds, Shot::perSecond));
        rows.add(
                "bookings/s",
                Samples.of(rounds.stream().mapToDouble(r -> r.bookings().perSecond()).toArray()));
        return rows.list();
    }

    private static Samples millis(List<Round> rounds, ToLongFunction<LoadResult> micros) {
        return Samples.of(
                rounds.stream()
                        .mapToDouble(r -> micros.applyAsLong(r.bookings()) / MICROS_PER_MILLI)
                        .toArray());
    }
}
