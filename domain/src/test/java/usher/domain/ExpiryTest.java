package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.CARL;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.HOLD_EXPIRED;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;

import org.junit.jupiter.api.Test;
import usher.domain.event.EventStatus;

/// A hold counts until just before its end, and a decision that relies on the end writes it first.
final class ExpiryTest {

    @Test
    void a_millisecond_before_its_end_a_hold_still_counts() {
        given(ANN.held(1))
                .when(BOB.at(59_999).hold(1))
                .thenRefused(SEAT_UNAVAILABLE, 1)
                .when(ANN.at(59_999).hold(1))
                .thenUnchanged()
                .when(expire(59_999))
                .thenUnchanged()
                .when(ANN.at(59_999).reserve(1))
                .then(ANN.at(59_999).reserved(1));
    }

    @Test
    void exactly_at_its_end_the_seat_is_free_for_others() {
        given(ANN.held(1))
                .when(BOB.at(60_000).hold(1))
                .then(expired(60_000, 1), BOB.at(60_000).held(1));
    }

    @Test
    void a_millisecond_after_its_end_it_is_free_too() {
        given(ANN.held(1))
                .when(BOB.at(60_001).hold(1))
                .then(expired(60_001, 1), BOB.at(60_001).held(1));
    }

    @Test
    void exactly_at_its_end_its_holder_is_told_that_it_is_over() {
        given(ANN.held(1))
                .when(ANN.at(60_000).refresh(1))
                .thenRefused(HOLD_EXPIRED, 1)
                .when(ANN.at(60_000).release(1))
                .thenRefused(HOLD_EXPIRED, 1)
                .when(ANN.at(60_000).reserve(1))
                .thenRefused(HOLD_EXPIRED, 1)
                .when(ANN.at(60_000).releaseAll())
                .thenUnchanged();
    }

    @Test
    void its_holder_may_hold_the_seat_anew() {
        given(ANN.held(1))
                .when(ANN.at(60_000).hold(1))
                .then(expired(60_000, 1), ANN.at(60_000).held(1));
    }

    @Test
    void its_last_holder_is_told_expired_and_everybody_else_not_yours() {
        given(ANN.held(1), expired(60_000, 1))
                .when(ANN.at(60_000).reserve(1))
                .thenRefused(HOLD_EXPIRED, 1)
                .when(BOB.at(60_000).reserve(1))
                .thenRefused(NOT_YOUR_HOLD, 1);
    }

    @Test
    void once_somebody_else_has_the_seat_the_expiry_is_forgotten() {
        given(ANN.held(1), expired(60_000, 1), BOB.at(60_000).held(1))
                .when(ANN.at(60_001).reserve(1))
                .thenRefused(NOT_YOUR_HOLD, 1);
        given(ANN.held(1), expired(60_000, 1), BOB.at(60_000).held(1), BOB.at(60_001).released(1))
                .when(ANN.at(60_001).reserve(1))
                .thenRefused(NOT_YOUR_HOLD, 1);
    }

    @Test
    void the_system_writes_down_all_that_is_due_and_nothing_else() {
        given(ANN.held(4), BOB.held(2), CARL.at(1).held(3))
                .when(expire(60_000))
                .then(expired(60_000, 2, 4))
                .when(expire(60_000))
                .thenUnchanged()
                .when(expire(60_001))
                .then(expired(60_001, 3));
    }

    @Test
    void any_decision_that_makes_facts_writes_all_that_is_due_first() {
        given(ANN.held(1, 2), BOB.at(1).held(3))
                .when(CARL.at(60_000).hold(9))
                .then(expired(60_000, 1, 2), CARL.at(60_000).held(9));
        given(ANN.held(1), BOB.at(1).held(3))
                .when(BOB.at(60_000).refresh(3))
                .then(expired(60_000, 1), BOB.at(60_000).refreshed(3));
        given(ANN.held(1), BOB.at(1).held(3))
                .when(BOB.at(60_000).release(3))
                .then(expired(60_000, 1), BOB.at(60_000).released(3));
        given(ANN.held(1), BOB.at(1).held(3))
                .when(BOB.at(60_000).reserve(3))
                .then(expired(60_000, 1), BOB.at(60_000).reserved(3));
        given(ANN.held(1))
                .when(ORGANIZER.at(60_000).change(EventStatus.INACTIVE))
                .then(expired(60_000, 1), ORGANIZER.at(60_000).changed(EventStatus.INACTIVE));
    }

    @Test
    void a_refusal_writes_nothing_even_if_something_is_due() {
        given(ANN.held(1), BOB.at(1).held(3))
                .when(CARL.at(60_000).hold(1, 3))
                .thenRefused(SEAT_UNAVAILABLE, 3);
    }

    @Test
    void the_deadline_is_the_earliest_end_of_a_hold() {
        Scenario scenario = given();
        assertEquals(Long.MAX_VALUE, scenario.office().deadlineMillis());
        scenario.and(ANN.at(5).held(1), BOB.heldFor(1, 2));
        assertEquals(NOON + 1000, scenario.office().deadlineMillis());
        scenario.and(BOB.at(10).refreshedFor(60, 2));
        assertEquals(NOON + 60_005, scenario.office().deadlineMillis());
        scenario.and(ANN.at(10).reserved(1), BOB.at(10).released(2));
        assertEquals(Long.MAX_VALUE, scenario.office().deadlineMillis());
    }
}
