package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import usher.ledger.Key;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// Finding streams by the words under which appends filed them.
interface KeyPromises extends Promises {

    Key KEY = new Key("user:0197aaaa-0000-7000-8000-000000000001");

    @Test
    default void nothing_is_found_under_a_key_that_nobody_used(Trial trial) {
        trial.entry(trial.newStream()).filedUnder(KEY).appended();
        assertEquals(Set.of(), trial.ledger().find(new Key("user:somebody-else")));
    }

    @Test
    default void a_key_finds_every_stream_that_was_filed_under_it(Trial trial) {
        List<StreamId> streams = trial.newStreams(3);
        trial.entry(streams.get(0)).filedUnder(KEY).appended();
        trial.entry(streams.get(1)).appended();
        trial.entry(streams.get(2)).filedUnder(KEY).appended();
        assertEquals(Set.of(streams.get(0), streams.get(2)), trial.ledger().find(KEY));
    }

    @Test
    default void one_entry_may_be_filed_under_several_keys(Trial trial) {
        StreamId stream = trial.newStream();
        Key longest = new Key("~".repeat(100));
        trial.entry(stream).filedUnder(KEY, longest).appended();
        assertEquals(Set.of(stream), trial.ledger().find(KEY));
        assertEquals(Set.of(stream), trial.ledger().find(longest));
    }

    @Test
    default void a_stream_filed_twice_is_found_once(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).filedUnder(KEY, KEY).appended();
        trial.entry(stream).follows(head).filedUnder(KEY).appended();
        assertEquals(Set.of(stream), trial.ledger().find(KEY));
    }

    @Test
    default void a_stream_stays_filed_under_the_keys_of_its_earlier_entries(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.entry(stream).filedUnder(KEY).appended();
        trial.entry(stream).follows(head).filedUnder(new Key("another")).appended();
        assertEquals(Set.of(stream), trial.ledger().find(KEY));
    }

    @Test
    default void keys_differ_by_case_and_are_no_patterns(Trial trial) {
        trial.entry(trial.newStream()).filedUnder(new Key("booking:a%_*")).appended();
        for (String other : List.of("BOOKING:A%_*", "booking:ab_*", "booking:a%", "booking:*")) {
            assertEquals(Set.of(), trial.ledger().find(new Key(other)), other);
        }
    }
}
