package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Scenario.EVENT;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenNothing;
import static usher.domain.Scenario.opened;
import static usher.domain.event.EventStatus.CANCELLED;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was applied and is not durable can be taken back, to the bit.
final class TakingBackTest {

    private static final long DAY = 24 * 60 * 60 * 1000;

    static Stream<Fact> factsAfterAHold() {
        return Stream.of(
                BOB.at(1).once(2, 2).held(2, 3),
                ANN.at(1).refreshed(1),
                ANN.at(1).released(1),
                ANN.at(1).reserved(1),
                expired(60_000, 1),
                ORGANIZER.at(1).blocked("kill", 2, 3),
                ORGANIZER.at(1).blocked("", 4),
                ORGANIZER.at(1).unblocked(9, 10),
                ORGANIZER.at(1).changed(CANCELLED));
    }

    @ParameterizedTest
    @MethodSource("factsAfterAHold")
    void every_fact_is_taken_back(Fact fact) {
        BoxOffice office =
                given(ANN.once(1, 1).held(1), ORGANIZER.blocked("", 9), BOB.blocked("kill", 10))
                        .office();
        long before = office.stateHash();

        office.beginTentative();
        office.apply(fact);
        office.closeEntry();
        assertNotEquals(before, office.stateHash());
        office.rollback();

        assertEquals(before, office.stateHash());
        Invariants.checkDurable(office);
    }

    @Test
    void the_first_facts_of_a_stream_are_taken_back() {
        BoxOffice office = givenNothing().office();
        long before = office.stateHash();

        office.beginTentative();
        office.apply(opened(EVENT, 0));
        office.apply(ANN.held(1));
        office.closeEntry();
        office.rollback();

        assertEquals(before, office.stateHash());
        assertEquals(0, office.version());
    }

    @Test
    void many_changes_of_one_seat_are_taken_back_newest_first() {
        BoxOffice office = given(ANN.held(1), ANN.refreshed(1)).office();
        long before = office.stateHash();

        office.beginTentative();
        office.apply(ANN.released(1));
        office.apply(BOB.held(1));
        office.apply(BOB.reserved(1));
        office.rollback();

        assertEquals(before, office.stateHash());
    }

    @Test
    void what_is_committed_stays() {
        BoxOffice office = given().office();

        office.beginTentative();
        office.apply(ANN.held(1));
        office.closeEntry();
        long committed = office.stateHash();
        office.commit();
        office.apply(BOB.held(2));
        office.closeEntry();
        office.rollback();

        assertEquals(committed, office.stateHash());
        assertEquals(2, office.version());
    }

    @Test
    void what_follows_a_rollback_is_tentative_too() {
        BoxOffice office = given().office();
        office.beginTentative();
        office.rollback();
        long before = office.stateHash();

        office.apply(ANN.held(1));
        office.rollback();

        assertEquals(before, office.stateHash());
    }

    @Test
    void keys_that_were_forgotten_are_remembered_again() {
        BoxOffice office = given(ANN.once(1, 1).held(1), BOB.at(1).once(2, 1).held(2)).office();
        long before = office.stateHash();

        office.beginTentative();
        office.apply(expired(DAY + 1, 1, 2));
        office.apply(BOB.at(DAY + 1).once(3, 1).held(3));
        assertEquals(1, office.memory().restate().size());
        office.rollback();

        assertEquals(before, office.stateHash());
    }

    @Test
    void what_could_still_be_taken_back_is_not_durable() {
        BoxOffice office = given().office();
        office.beginTentative();
        office.apply(ANN.held(1));

        assertThrows(BrokenInvariant.class, () -> Invariants.checkDurable(office));
        Invariants.check(office);
        office.commit();
        Invariants.checkDurable(office);
    }
}
