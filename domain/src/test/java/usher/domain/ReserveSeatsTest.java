package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Refusal.HOLD_EXPIRED;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Scenario.EVENT;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatRecord;

final class ReserveSeatsTest {

    @Test
    void a_held_seat_becomes_its_holders_for_good() {
        Scenario scenario =
                given(ANN.held(1)).when(ANN.at(10).reserve(1)).then(ANN.at(10).reserved(1));

        Seat reserved = new Seat(EVENT, 1, SeatRecord.reserved(ANN.user(), NOON + 10));
        assertEquals(
                new Answer.Seats(List.of(reserved)),
                scenario.office().answer(ANN.at(10).reserve(1), List.of()));
        scenario.when(expire(1_000_000)).thenUnchanged();
    }

    @Test
    void a_seat_is_reserved_only_by_who_holds_it() {
        given(ANN.held(1))
                .when(BOB.reserve(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(BOB.reserve(2))
                .thenRefused(NOT_YOUR_HOLD, 2)
                .when(BOB.reserve(0))
                .thenRefused(SEAT_NOT_FOUND, 0);
    }

    @Test
    void a_seat_that_is_reserved_stays_who_reserved_it() {
        given(ANN.held(1), ANN.reserved(1))
                .when(BOB.reserve(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(ANN.at(1_000_000).reserve(1))
                .thenUnchanged();
    }

    @Test
    void what_was_reserved_before_stays_beside_what_is_reserved_now() {
        given(ANN.held(1, 2), ANN.reserved(1)).when(ANN.reserve(1, 2)).then(ANN.reserved(2));
    }

    @Test
    void several_are_reserved_all_or_none() {
        given(ANN.held(1), ANN.at(1).held(2), BOB.at(1).held(3))
                .when(ANN.at(60_000).reserve(1, 2))
                .thenRefused(HOLD_EXPIRED, 1)
                .when(ANN.at(60_000).reserve(1, 2, 3, 4))
                .thenRefused(NOT_YOUR_HOLD, 3, 4)
                .when(ANN.at(60_000).reserve(2))
                .then(expired(60_000, 1), ANN.at(60_000).reserved(2));
    }

    @Test
    void to_reserve_nothing_changes_nothing() {
        given(ANN.held(1)).when(ANN.reserve()).thenUnchanged();
    }
}
