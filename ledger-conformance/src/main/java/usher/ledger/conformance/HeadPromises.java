package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.ledger.Heads.Head;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Where each stream stands.
interface HeadPromises extends Promises {

    @Test
    default void an_untouched_stream_stands_at_the_start(Trial trial) {
        assertEquals(Position.START, trial.ledger().heads().of(trial.newStream()));
        assertEquals(List.of(), trial.ledger().heads().scan(null, 10));
    }

    @Test
    default void the_head_is_where_the_last_append_ended(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.fill(stream, Position.START, 3);
        assertEquals(head, trial.ledger().heads().of(stream));
    }

    @Test
    default void a_scan_names_each_stream_once_in_the_order_of_their_ids(Trial trial) {
        List<StreamId> streams = trial.newStreams(5);
        List<Head> expected = new ArrayList<>();
        for (StreamId stream : streams.reversed()) {
            expected.addFirst(new Head(stream, trial.fill(stream, Position.START, 2)));
        }
        expected.addFirst(
                new Head(StreamId.CATALOG, trial.fill(StreamId.CATALOG, Position.START, 1)));
        assertEquals(expected, trial.ledger().heads().scan(null, 10));
    }

    @Test
    default void pages_of_a_scan_make_up_the_whole(Trial trial) {
        for (StreamId stream : trial.newStreams(7)) trial.fill(stream, Position.START, 1);
        List<Head> paged = new ArrayList<>();
        List<Head> page = trial.ledger().heads().scan(null, 3);
        while (!page.isEmpty() && paged.size() <= 7) {
            paged.addAll(page);
            page = trial.ledger().heads().scan(page.getLast().stream(), 3);
        }
        assertEquals(7, paged.size());
        assertEquals(trial.ledger().heads().scan(null, 10), paged);
    }

    @Test
    default void a_scan_may_go_on_after_a_stream_that_nobody_touched(Trial trial) {
        List<StreamId> streams = trial.newStreams(3);
        trial.fill(streams.get(0), Position.START, 1);
        Position last = trial.fill(streams.get(2), Position.START, 1);
        assertEquals(
                List.of(new Head(streams.get(2), last)),
                trial.ledger().heads().scan(streams.get(1), 10));
    }
}
