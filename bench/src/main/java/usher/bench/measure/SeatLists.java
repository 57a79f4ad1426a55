package usher.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import usher.bench.load.Places;
import usher.bench.report.Goal;
import usher.bench.report.Row;
import usher.bench.server.Api;

/// S6: the available seats of an event of 1,000 ÷ a body of the same size that never changes, while
/// 200 seats a second change; and, while none does, "you know it already" (304) ÷ the floor.
///
/// Seats change during both turns of the first pair, so that the two differ by what a list costs:
/// rendering it once a version, and finding it.
public final class SeatLists implements Measure {

    private static final Places PLACES = new Places(1, 1_000, false);
    private static final int CHANGES_PER_SECOND = 200;
    private static final int CONNECTIONS = DurableHolds.CONNECTIONS;

    @Override
    public List<Row> take(Setting setting) throws IOException, InterruptedException {
        Pace pace = setting.pace();
        try (Stage stage = Stage.open(setting, Stage.WITH_FLOOR)) {
            Stage.Rush rush = stage.sell(PLACES);
            UUID event = rush.events().getFirst();
            int bytes = stage.server().api().seatsBytes(event);
            List<Row> rows = new ArrayList<>(lists(bytes, lists(stage, rush, bytes, pace)));
            rows.addAll(tags(tags(stage, event, pace)));
            return rows;
        }
    }

    /// Left: lists; right: bodies of the same size.
    private static Turns lists(Stage stage, Stage.Rush rush, int bytes, Pace pace)
            throws IOException, InterruptedException {
        UUID event = rush.events().getFirst();
        String floor = Api.seatPath(event, 1) + "/floor?bytes=" + bytes;
        Stage.Repeated list = stage.repeat(Api.get(Api.seatsPath(event), ""), 200);
        Stage.Repeated same = stage.repeat(Api.get(floor, ""), 200);
        try (Unrest unrest = Unrest.of(rush, CHANGES_PER_SECOND)) {
            unrest.during(() -> shot(same, pace.warmUpMillis() / 2), pace.warmUpMillis() / 2);
            unrest.during(() -> shot(list, pace.warmUpMillis()), pace.warmUpMillis());
            long millis = pace.roundMillis();
            return Turns.take(
                    pace.rounds(),
                    () -> unrest.during(() -> shot(list, millis), millis),
                    () -> unrest.during(() -> shot(same, millis), millis));
        }
    }

    /// Left: 304; right: 204.
    private static Turns tags(Stage stage, UUID event, Pace pace)
            throws IOException, InterruptedException {
        String tag = "If-None-Match: " + stage.server().api().seatsTag(event) + "\r\n";
        Stage.Repeated known = stage.repeat(Api.get(Api.seatsPath(event), tag), 304);
        Stage.Repeated floor = stage.repeat(Api.get(Api.seatPath(event, 1) + "/floor", ""), 204);
        shot(floor, pace.warmUpMillis() / 2);
        shot(known, pace.warmUpMillis() / 2);
        return Turns.take(
                pace.rounds(),
                () -> shot(known, pace.roundMillis()),
                () -> shot(floor, pace.roundMillis()));
    }

    private static Shot shot(Stage.Repeated request, long millis)
            throws IOException, InterruptedException {
        return request.closed(CONNECTIONS, millis);
    }

    private static List<Row> lists(int bytes, Turns turns) {
        Rows rows = new Rows("S6", turns.troubles());
        rows.add(
                "lists of 1,000 seats (%,d bytes)/s, 200 changes/s ÷ same size, static"
                        .formatted(bytes),
                Goal.atLeast(0.90),
                turns.ratio(Shot::perSecond),
                Limits.of(turns.left()));
        rows.addShots("lists", turns.left());
        rows.addShots("static bodies", turns.right());
        return rows.list();
    }

    private static List<Row> tags(Turns turns) {
        Rows rows = new Rows("S6", turns.troubles());
        rows.add(
                "304/s of a list ÷ 204/s",
                Goal.atLeast(0.90),
                turns.ratio(Shot::perSecond),
                Limits.of(turns.left()));
        rows.addShots("304", turns.left());
        rows.addShots("GET 204", turns.right());
        return rows.list();
    }
}
