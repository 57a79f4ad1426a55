package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Scenario.EVENT;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenNothing;
import static usher.domain.event.EventStatus.INACTIVE;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import usher.domain.event.EventOpened;
import usher.domain.event.EventRestated;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatsRestated;

/// A snapshot is a shorter history that folds to the same state.
final class SnapshotTest {

    @Test
    void a_restored_box_office_equals_the_one_that_was_restated() {
        BoxOffice office =
                given(
                                ANN.once(1, 1).held(1, 2),
                                ANN.at(1).refreshed(2),
                                ANN.at(2).reserved(1),
                                BOB.heldFor(1, 5),
                                expired(1000, 5),
                                BOB.at(1000).blocked("kill", 6, 7),
                                ORGANIZER.at(1000).once(3, 1).blocked("house", 5, 9),
                                ORGANIZER.at(1000).unblocked(7),
                                ORGANIZER.at(1000).changed(INACTIVE))
                        .and(ORGANIZER.at(1001).changed(INACTIVE))
                        .office();

        BoxOffice restored = restored(office);

        assertEquals(office.stateHash(), restored.stateHash());
        assertEquals(office.version(), restored.version());
        assertEquals(office.latestMillis(), restored.latestMillis());
        assertEquals(office.deadlineMillis(), restored.deadlineMillis());
        assertEquals(office.blocks(), restored.blocks());
        Invariants.checkDurable(restored);
    }

    @Test
    void it_decides_alike_afterwards() {
        BoxOffice office =
                given(ANN.once(1, 1).held(1), ANN.refreshed(1), BOB.held(2), expired(60_000, 2))
                        .office();
        BoxOffice restored = restored(office);
        List<Command> commands =
                List.of(
                        ANN.at(60_000).once(1, 1).hold(1),
                        ANN.at(60_000).once(1, 2).hold(1),
                        ANN.at(60_000).refresh(1),
                        BOB.at(60_000).release(2),
                        ANN.at(60_000).release(2),
                        BOB.at(60_000).hold(3));

        for (Command command : commands) {
            assertEquals(office.decide(command), restored.decide(command));
        }
    }

    @Test
    void seats_that_are_alike_are_one_fact() {
        BoxOffice office = given(ANN.held(1, 3), BOB.at(1).held(2), ANN.at(2).held(4)).office();

        List<Fact> facts = office.restate();

        assertEquals(4, facts.size());
        assertInstanceOf(EventOpened.class, facts.getFirst());
        assertEquals(SeatSet.of(1, 3), ((SeatsRestated) facts.get(1)).seats());
    }

    @Test
    void what_is_as_in_the_beginning_is_not_restated() {
        assertEquals(List.of(), givenNothing().office().restate());
        assertEquals(1, given(ANN.held(1), ANN.released(1)).office().restate().size());
        assertEquals(
                0,
                given(ORGANIZER.changed(INACTIVE)).office().restate().stream()
                        .filter(SeatsRestated.class::isInstance)
                        .count());
        assertInstanceOf(
                EventRestated.class, given(ORGANIZER.changed(INACTIVE)).office().restate().get(1));
    }

    @Test
    void a_snapshot_stays_as_it_was_taken() {
        Scenario scenario = given(ANN.held(1), BOB.held(6));
        Supplier<List<Fact>> taken = scenario.office().snapshot();
        List<Fact> before = scenario.office().restate();

        scenario.and(ANN.at(1).reserved(1), BOB.at(1).released(6), ANN.at(1).held(7));

        assertEquals(before, taken.get());
    }

    @Test
    void what_was_released_leaves_no_trace() {
        assertEquals(
                SeatRecord.FREE,
                restored(given(ANN.held(1), ANN.released(1)).office()).seat(1).record());
    }

    @Test
    void only_a_new_box_office_is_restored() {
        BoxOffice office = given(ANN.held(1)).office();

        assertThrows(
                IllegalStateException.class,
                () -> office.restore(office.version(), office.restate()));
    }

    @Test
    void who_was_seen_first_does_not_matter() {
        BoxOffice one = given(ANN.held(1), BOB.held(2), ANN.held(3)).office();
        BoxOffice other = given(BOB.held(9), BOB.released(9), ANN.held(3)).office();
        BoxOffice third = given(BOB.held(2), ANN.held(3)).office();

        other.apply(BOB.held(2));
        other.apply(ANN.held(1));
        third.apply(ANN.held(1));

        assertEquals(one.stateHash(), other.stateHash());
        assertEquals(one.stateHash(), third.stateHash());
    }

    private static BoxOffice restored(BoxOffice office) {
        BoxOffice restored = new BoxOffice(EVENT);
        restored.restore(office.version(), office.restate());
        return restored;
    }
}
