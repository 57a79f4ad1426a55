package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.HOLD_LIMIT_REACHED;
import static usher.domain.Refusal.NOT_ENOUGH_SEATS;
import static usher.domain.Refusal.TIER_NOT_FOUND;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.event.EventDefinition;
import usher.domain.holding.Hold;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Tier;

/// Holding the best available. Which are the best: see `choosing`.
final class HoldBestSeatsTest {

    private static final Tier STALLS = new Tier("Stalls", new Money(5000, "EUR"));
    private static final Tier FLOOR = new Tier("Floor", new Money(2000, "EUR"));

    /// Seats 1 to 12 in two rows of six, and 13 to 18 anywhere on the floor.
    private static final EventDefinition HALL =
            Scenario.of(
                    Plan.of(
                            List.of(
                                    NumberedSection.of("Left", STALLS, Rows.equal(2, 6)),
                                    GeneralAdmission.of("Floor", FLOOR, 6, null))));

    @Test
    void the_best_seats_are_held_together() {
        given().when(ANN.at(5).holdBest(3)).then(ANN.at(5).held(1, 2, 3));
        givenEvent(HALL).when(ANN.at(5).holdBest(2)).then(ANN.at(5).held(3, 4));
    }

    @Test
    void what_others_have_or_is_blocked_is_not_chosen() {
        given(BOB.at(1).held(1), BOB.at(2).held(2, 3), BOB.at(3).reserved(2))
                .and(ORGANIZER.at(4).blocked("house", 5))
                .when(ANN.at(5).holdBest(2))
                .then(ANN.at(5).held(6, 7));
    }

    @Test
    void a_hold_that_just_ran_out_is_free_again_and_its_end_is_written_first() {
        given(BOB.at(0).held(1, 2))
                .when(ANN.at(60_000).holdBest(2))
                .then(Scenario.expired(60_000, 1, 2), ANN.at(60_000).held(1, 2));
    }

    @Test
    void who_asks_again_gets_other_seats_up_to_his_limit() {
        given(ANN.at(1).held(1, 2))
                .when(ANN.at(5).holdBest(1))
                .then(ANN.at(5).held(3))
                .when(ANN.at(6).holdBest(1))
                .thenRefused(HOLD_LIMIT_REACHED);
    }

    @Test
    void only_seats_of_the_tier_that_was_named_are_chosen() {
        givenEvent(HALL)
                .when(ANN.at(5).holdBestFor(0, 2, "Floor", false))
                .then(ANN.at(5).held(13, 14))
                .when(BOB.at(6).holdBestFor(0, 2, "Stalls", false))
                .then(BOB.at(6).held(3, 4))
                .when(BOB.at(7).holdBestFor(0, 1, "stalls", false))
                .thenRefused(TIER_NOT_FOUND);
    }

    @Test
    void more_than_there_are_is_refused_and_nothing_is_held() {
        givenEvent(HALL, BOB.at(1).held(13, 14, 15), BOB.at(2).reserved(13, 14, 15))
                .and(BOB.at(3).held(16))
                .when(ANN.at(5).holdBestFor(0, 3, "Floor", false))
                .thenRefused(NOT_ENOUGH_SEATS);
    }

    @Test
    void the_same_request_gets_the_same_seats_again() {
        Scenario scenario = given();
        scenario.when(ANN.at(5).once(1, 1).holdBest(2)).then(ANN.at(5).once(1, 1).held(1, 2));
        scenario.when(ANN.at(6).once(1, 1).holdBest(2)).thenRepeated(2);
        Answer.Holds again =
                (Answer.Holds)
                        scenario.office()
                                .answer(
                                        ANN.at(6).once(1, 1).holdBest(2),
                                        List.of(ANN.at(5).once(1, 1).held(1, 2)));
        assertEquals(List.of(1, 2), again.holds().stream().map(Hold::seat).toList());
    }

    @Test
    void a_party_has_1_to_100_people() {
        assertThrows(IllegalArgumentException.class, () -> ANN.holdBest(0));
        assertThrows(IllegalArgumentException.class, () -> ANN.holdBest(101));
        assertEquals(100, ANN.holdBest(100).quantity());
    }
}
