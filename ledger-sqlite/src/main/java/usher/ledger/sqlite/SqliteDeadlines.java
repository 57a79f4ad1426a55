package usher.ledger.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import usher.ledger.Deadlines;
import usher.ledger.StreamId;

/// When streams are due: what the overlay says of a stream replaces what is filed.
final class SqliteDeadlines implements Deadlines {

    private static final Comparator<Due> EARLIEST_FIRST =
            Comparator.comparingLong(Due::atMillis).thenComparing(Due::stream);

    private final Overlay overlay;
    private final Filed filed;

    SqliteDeadlines(Overlay overlay, Filed filed) {
        this.overlay = overlay;
        this.filed = filed;
    }

    @Override
    public List<Due> due(long untilMillis, int max) {
        Map<StreamId, Long> recent = overlay.deadlines();
        List<Due> due = new ArrayList<>(filed.due(untilMillis, max, recent.keySet()));
        recent.forEach(
                (stream, millis) -> {
                    if (millis <= untilMillis && millis != Long.MAX_VALUE) {
                        due.add(new Due(stream, millis));
                    }
                });
        due.sort(EARLIEST_FIRST);
        return List.copyOf(due.subList(0, Math.min(max, due.size())));
    }
}
