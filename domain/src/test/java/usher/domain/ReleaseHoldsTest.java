package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.HOLD_EXPIRED;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;

import org.junit.jupiter.api.Test;
import usher.domain.event.EventStatus;
import usher.domain.seating.SeatRecord;

final class ReleaseHoldsTest {

    @Test
    void a_released_seat_is_free_as_if_it_had_never_been_held() {
        Scenario scenario = given(ANN.held(1, 2)).when(ANN.release(1)).then(ANN.released(1));

        assertEquals(SeatRecord.FREE, scenario.office().seat(1).record());
        scenario.when(BOB.hold(1)).then(BOB.held(1));
    }

    @Test
    void only_the_holder_releases() {
        given(ANN.held(1))
                .when(BOB.release(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(ANN.release(1, 2))
                .thenRefused(NOT_YOUR_HOLD, 2)
                .when(ANN.release(1, 11))
                .thenRefused(SEAT_NOT_FOUND, 11);
    }

    @Test
    void a_hold_is_released_once() {
        given(ANN.held(1), ANN.released(1)).when(ANN.release(1)).thenRefused(NOT_YOUR_HOLD, 1);
    }

    @Test
    void a_reserved_seat_is_not_released() {
        given(ANN.held(1), ANN.reserved(1)).when(ANN.release(1)).thenRefused(NOT_YOUR_HOLD, 1);
    }

    @Test
    void several_are_released_all_or_none() {
        given(ANN.held(1), ANN.at(1).held(2))
                .when(ANN.at(60_000).release(1, 2))
                .thenRefused(HOLD_EXPIRED, 1);
    }

    @Test
    void to_release_nothing_changes_nothing() {
        given(ANN.held(1)).when(ANN.release()).thenUnchanged();
    }

    @Test
    void a_cancelled_event_still_takes_holds_back() {
        given(ANN.held(1), ORGANIZER.changed(EventStatus.CANCELLED))
                .when(ANN.release(1))
                .then(ANN.released(1));
    }

    @Test
    void all_of_ones_holds_are_released_and_nobody_elses() {
        given(ANN.held(3, 1), ANN.held(2), BOB.held(4), ANN.reserved(2))
                .when(ANN.releaseAll())
                .then(ANN.released(1, 3))
                .when(ANN.releaseAll())
                .thenUnchanged();
    }

    @Test
    void among_all_of_ones_holds_are_none_that_ran_out() {
        given(ANN.held(1), ANN.at(1).held(2))
                .when(ANN.at(60_000).releaseAll())
                .then(expired(60_000, 1), ANN.at(60_000).released(2));
    }
}
