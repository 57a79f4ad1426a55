package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Refusal.HOLD_LIMIT_REACHED;
import static usher.domain.Refusal.INVALID_FIELD;
import static usher.domain.Refusal.SEAT_LIMIT_REACHED;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.event;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usher.domain.event.Policy;
import usher.domain.holding.Hold;

final class HoldSeatsTest {

    @Test
    void a_free_seat_is_held_for_as_long_as_the_policy_says() {
        given().when(ANN.hold(1)).then(ANN.heldFor(60, 1));
    }

    @Test
    void a_hold_may_be_asked_for_less_time() {
        given().when(ANN.holdFor(1, 1)).then(ANN.heldFor(1, 1));
        given().when(ANN.holdFor(60, 1)).then(ANN.heldFor(60, 1));
    }

    @Test
    void a_hold_of_more_time_than_the_policy_allows_is_refused() {
        given().when(ANN.holdFor(61, 1)).thenRefused(INVALID_FIELD);
        given().when(ANN.holdFor(-1, 1)).thenRefused(INVALID_FIELD);
    }

    @Test
    void a_taken_seat_cannot_be_held_twice() {
        given(ANN.held(1)).when(BOB.hold(1)).thenRefused(SEAT_UNAVAILABLE, 1);
    }

    @Test
    void a_reserved_seat_cannot_be_held_even_by_its_owner() {
        given(ANN.held(1), ANN.reserved(1))
                .when(BOB.hold(1))
                .thenRefused(SEAT_UNAVAILABLE, 1)
                .when(ANN.hold(1))
                .thenRefused(SEAT_UNAVAILABLE, 1);
    }

    @Test
    void several_seats_are_held_all_or_none_and_the_taken_ones_are_named() {
        given(ANN.held(2, 4))
                .when(BOB.hold(1, 2, 3))
                .thenRefused(SEAT_UNAVAILABLE, 2)
                .when(BOB.hold(4, 3, 2))
                .thenRefused(SEAT_UNAVAILABLE, 2, 4)
                .when(BOB.hold(1, 3))
                .then(BOB.held(1, 3));
    }

    @Test
    void the_first_and_the_last_seat_exist_and_their_neighbours_do_not() {
        given().when(ANN.hold(1, 10)).then(ANN.held(1, 10));
        given().when(ANN.hold(0, 1)).thenRefused(SEAT_NOT_FOUND, 0);
        given().when(ANN.hold(10, 11)).thenRefused(SEAT_NOT_FOUND, 11);
        given().when(ANN.hold(-1, 1_048_575)).thenRefused(SEAT_NOT_FOUND, -1, 1_048_575);
    }

    @Test
    void to_hold_again_is_the_same_hold_and_not_extended() {
        Scenario scenario = given(ANN.held(1)).when(ANN.at(30_000).hold(1)).thenUnchanged();

        assertEquals(
                new Answer.Holds(
                        List.of(new Hold(Scenario.EVENT, 1, ANN.user(), NOON, NOON + 60_000, 2))),
                scenario.office().answer(ANN.at(30_000).hold(1), List.of()));
    }

    @Test
    void what_the_user_holds_already_stays_as_it_is_beside_new_seats() {
        given(ANN.held(1)).when(ANN.at(30_000).hold(1, 2)).then(ANN.at(30_000).held(2));
    }

    @Test
    void to_hold_nothing_changes_nothing() {
        given().when(ANN.hold()).thenUnchanged();
    }

    @Test
    void a_seat_named_twice_is_held_once_and_counts_once() {
        given().when(ANN.hold(3, 2, 3, 1, 1)).then(ANN.held(1, 2, 3));
    }

    @Test
    void nobody_holds_more_seats_at_once_than_the_policy_allows() {
        given().when(ANN.hold(1, 2, 3)).then(ANN.held(1, 2, 3));
        given().when(ANN.hold(1, 2, 3, 4)).thenRefused(HOLD_LIMIT_REACHED);
        given(ANN.held(1, 2), BOB.held(5))
                .when(ANN.hold(3, 4))
                .thenRefused(HOLD_LIMIT_REACHED)
                .when(ANN.hold(2, 3))
                .then(ANN.held(3));
    }

    @Test
    void holds_that_ran_out_do_not_count_against_the_limit() {
        given(ANN.held(1), ANN.at(1).held(2, 3))
                .when(ANN.at(59_999).hold(4))
                .thenRefused(HOLD_LIMIT_REACHED)
                .when(ANN.at(60_000).hold(4, 5))
                .thenRefused(HOLD_LIMIT_REACHED)
                .when(ANN.at(60_000).hold(4))
                .then(expired(60_000, 1), ANN.at(60_000).held(4));
    }

    @Test
    void released_and_reserved_seats_are_no_longer_held() {
        given(ANN.held(1, 2, 3), ANN.released(1)).when(ANN.hold(4)).then(ANN.held(4));
        given(ANN.held(1, 2, 3), ANN.reserved(1)).when(ANN.hold(4)).then(ANN.held(4));
    }

    @Test
    void nobody_has_more_seats_held_and_reserved_than_the_policy_allows() {
        given(ANN.held(1, 2), ANN.reserved(1, 2))
                .when(ANN.hold(3, 4, 5))
                .thenRefused(SEAT_LIMIT_REACHED)
                .when(ANN.hold(3, 4))
                .then(ANN.held(3, 4))
                .when(ANN.hold(5))
                .thenRefused(SEAT_LIMIT_REACHED);
    }

    @Test
    void holds_that_ran_out_do_not_count_against_the_limit_of_seats() {
        given(ANN.held(1, 2), ANN.reserved(1, 2), ANN.held(3, 4))
                .when(ANN.at(59_999).hold(5))
                .thenRefused(SEAT_LIMIT_REACHED)
                .when(ANN.at(60_000).hold(5))
                .then(expired(60_000, 3, 4), ANN.at(60_000).held(5));
    }

    @Test
    void a_limit_of_zero_is_no_limit() {
        int[] all = IntStream.rangeClosed(1, 2000).toArray();
        givenEvent(event(2000, new Policy(60, 0, 0, 0, 5))).when(ANN.hold(all)).then(ANN.held(all));
    }

    @Test
    void one_users_limits_are_not_anothers() {
        given(ANN.held(1, 2, 3)).when(BOB.hold(4, 5, 6)).then(BOB.held(4, 5, 6));
    }
}
