package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import usher.domain.Fact;
import usher.ledger.Append;
import usher.ledger.Entry;
import usher.ledger.Outcome;
import usher.ledger.Position;
import usher.ledger.StreamId;

/// What an append adds, and in which order.
interface AppendPromises extends Promises {

    @Test
    default void an_entry_is_read_as_it_was_appended(Trial trial) {
        StreamId stream = trial.newStream();
        Append append = trial.entry(stream).says(Samples.varied()).append();
        trial.outcomeOf(append);
        assertEquals(List.of(append.entry()), trial.entriesOf(stream));
    }

    @Test
    default void versions_count_from_1_without_gaps(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = trial.fill(stream, Position.START, 20);
        assertEquals(20, head.version());
        List<Long> versions = trial.entriesOf(stream).stream().map(Entry::version).toList();
        List<Long> counted = new ArrayList<>();
        for (long version = 1; version <= 20; version++) counted.add(version);
        assertEquals(counted, versions);
    }

    @Test
    default void each_stream_counts_for_itself(Trial trial) {
        StreamId one = trial.newStream();
        StreamId other = trial.newStream();
        trial.fill(one, Position.START, 3);
        Append append = trial.entry(other).append();
        assertEquals(new Outcome.Appended(new Position(1, append.id())), trial.outcomeOf(append));
        assertEquals(3, trial.entriesOf(one).size());
        assertEquals(1, trial.entriesOf(other).size());
    }

    @Test
    default void the_catalog_has_a_stream_like_any_event(Trial trial) {
        Position head = trial.fill(StreamId.CATALOG, Position.START, 2);
        assertEquals(head, trial.positionsOf(StreamId.CATALOG).getLast());
    }

    @Test
    default void ids_may_be_any_number_but_0(Trial trial) {
        StreamId stream = trial.newStream();
        Position head = Position.START;
        List<Position> appended = new ArrayList<>();
        for (long id : new long[] {Long.MIN_VALUE, -1, 1, (1L << 53) + 1, Long.MAX_VALUE}) {
            head = new Proposal(trial, stream, id).follows(head).says(Samples.varied()).appended();
            appended.add(head);
        }
        assertEquals(appended, trial.positionsOf(stream));
    }

    @Test
    default void outcomes_come_in_the_order_of_the_appends(Trial trial) {
        List<StreamId> streams = trial.newStreams(6);
        List<Append> appends = new ArrayList<>();
        List<Outcome> expected = new ArrayList<>();
        for (StreamId stream : streams.reversed()) {
            Position head = trial.fill(stream, Position.START, streams.indexOf(stream));
            Append append = trial.entry(stream).follows(head).append();
            appends.add(append);
            expected.add(new Outcome.Appended(append.position()));
        }
        assertEquals(expected, trial.outcomesOf(appends));
    }

    @Test
    default void one_appends_conflict_leaves_its_neighbours_alone(Trial trial) {
        List<StreamId> streams = trial.newStreams(3);
        Position taken = trial.entry(streams.get(1)).appended();
        Append before = trial.entry(streams.get(0)).append();
        Append loser = trial.entry(streams.get(1)).append();
        Append after = trial.entry(streams.get(2)).append();
        List<Outcome> outcomes = trial.outcomesOf(List.of(before, loser, after));
        assertEquals(new Outcome.Appended(before.position()), outcomes.get(0));
        assertEquals(Outcome.Conflict.class, outcomes.get(1).getClass());
        assertEquals(new Outcome.Appended(after.position()), outcomes.get(2));
        assertEquals(List.of(before.position()), trial.positionsOf(streams.get(0)));
        assertEquals(List.of(taken), trial.positionsOf(streams.get(1)));
        assertEquals(List.of(after.position()), trial.positionsOf(streams.get(2)));
    }

    @Test
    default void a_thousand_streams_fit_into_one_append(Trial trial) {
        List<StreamId> streams = trial.newStreams(1000);
        List<Append> appends = new ArrayList<>();
        for (StreamId stream : streams) appends.add(trial.entry(stream).append());
        List<Outcome> outcomes = trial.outcomesOf(appends);
        for (int i = 0; i < appends.size(); i++) {
            assertEquals(new Outcome.Appended(appends.get(i).position()), outcomes.get(i));
            assertEquals(List.of(appends.get(i).entry()), trial.entriesOf(streams.get(i)));
        }
    }

    @Test
    default void an_entry_may_hold_100_000_seats(Trial trial) {
        StreamId stream = trial.newStream();
        List<Fact> facts = List.of(Samples.heldApart(100_000));
        trial.entry(stream).says(facts).appended();
        assertEquals(facts, trial.entriesOf(stream).getFirst().facts());
    }

    @Test
    default void an_entry_may_hold_10_000_facts(Trial trial) {
        StreamId stream = trial.newStream();
        List<Fact> facts = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) facts.add(Samples.held(i));
        trial.entry(stream).says(facts).appended();
        assertEquals(facts, trial.entriesOf(stream).getFirst().facts());
    }

    @Test
    default void appends_under_way_are_written_in_the_order_of_the_calls(Trial trial) {
        StreamId stream = trial.newStream();
        List<Append> appends = new ArrayList<>();
        List<CompletionStage<List<Outcome>>> underWay = new ArrayList<>();
        Position head = Position.START;
        for (int i = 0; i < 100; i++) {
            Append append = trial.entry(stream).follows(head).append();
            head = append.position();
            appends.add(append);
            underWay.add(trial.ledger().append(List.of(append)));
        }
        for (int i = 0; i < 100; i++) {
            Outcome appended = new Outcome.Appended(appends.get(i).position());
            assertEquals(List.of(appended), Trial.settled(underWay.get(i)));
        }
        assertEquals(appends.stream().map(Append::entry).toList(), trial.entriesOf(stream));
    }

    @Test
    default void no_appends_at_all_are_soon_settled(Trial trial) {
        assertEquals(List.of(), trial.outcomesOf(List.of()));
    }
}
