package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import usher.ledger.Entry;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Reading a stream from any entry on.
interface ReadPromises extends Promises {

    @Test
    default void an_untouched_stream_has_no_entries(Trial trial) {
        StreamId stream = trial.newStream();
        assertEquals(List.of(), trial.ledger().read(stream, 0, 10));
        assertEquals(List.of(), trial.ledger().read(stream, 7, 10));
    }

    @Test
    default void a_read_begins_after_the_given_entry(Trial trial) {
        StreamId stream = trial.newStream();
        trial.fill(stream, Position.START, 5);
        List<Entry> all = trial.entriesOf(stream);
        assertEquals(all.subList(3, 5), trial.ledger().read(stream, 3, 10));
        assertEquals(List.of(), trial.ledger().read(stream, 5, 10));
        assertEquals(List.of(), trial.ledger().read(stream, 6, 10));
    }

    @Test
    default void a_read_brings_as_many_as_asked_for_while_there_are_more(Trial trial) {
        StreamId stream = trial.newStream();
        trial.fill(stream, Position.START, 5);
        List<Entry> all = trial.entriesOf(stream);
        assertEquals(all.subList(0, 1), trial.ledger().read(stream, 0, 1));
        assertEquals(all.subList(1, 4), trial.ledger().read(stream, 1, 3));
        assertEquals(all.subList(0, 5), trial.ledger().read(stream, 0, 5));
        assertEquals(all.subList(0, 5), trial.ledger().read(stream, 0, 6));
    }

    @Test
    default void pages_of_a_long_stream_make_up_the_whole(Trial trial) {
        StreamId stream = trial.newStream();
        trial.fill(stream, Position.START, 500);
        List<Entry> paged = new ArrayList<>();
        List<Entry> page;
        do {
            page = trial.ledger().read(stream, paged.size(), 64);
            paged.addAll(page);
        } while (page.size() == 64 && paged.size() <= 500);
        assertEquals(500, paged.size());
        assertEquals(trial.entriesOf(stream), paged);
    }

    @Test
    default void a_page_of_big_entries_is_as_full_as_one_of_small_ones(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = Position.START;
        for (int i = 0; i < 4; i++) {
            Proposal big = trial.entry(stream).follows(head);
            head = big.says(List.of(Samples.heldApart(100_000))).appended();
        }
        assertEquals(4, trial.ledger().read(stream, 0, 4).size());
    }

    @Test
    default void streams_are_not_mixed_up(Trial trial) {
        List<StreamId> streams = trial.newStreams(3);
        Position[] heads = {Position.START, Position.START, Position.START};
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < heads.length; i++) {
                heads[i] = trial.fill(streams.get(i), heads[i], 1);
            }
        }
        for (int i = 0; i < heads.length; i++) {
            List<Entry> entries = trial.entriesOf(streams.get(i));
            assertEquals(10, entries.size());
            assertEquals(heads[i], entries.getLast().position());
            for (Entry entry : entries) assertEquals(streams.get(i), entry.stream());
        }
    }
}
