package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Refusal.HOLD_EXPIRED;
import static usher.domain.Refusal.INVALID_FIELD;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.REFRESH_LIMIT_REACHED;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.POLICY;
import static usher.domain.Scenario.event;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;

import org.junit.jupiter.api.Test;
import usher.domain.event.Policy;

final class RefreshHoldsTest {

    @Test
    void a_refresh_counts_from_now() {
        Scenario scenario =
                given(ANN.held(1))
                        .when(ANN.at(30_000).refresh(1))
                        .then(ANN.at(30_000).refreshedFor(60, 1));

        assertEquals(NOON + 90_000, scenario.office().seat(1).record().untilMillis());
        assertEquals(NOON, scenario.office().seat(1).record().sinceMillis());
    }

    @Test
    void a_refresh_never_shortens_a_hold() {
        Scenario scenario =
                given(ANN.held(1))
                        .when(ANN.at(1000).refreshFor(1, 1))
                        .then(ANN.at(1000).refreshedFor(1, 1));

        assertEquals(NOON + 60_000, scenario.office().seat(1).record().untilMillis());
    }

    @Test
    void a_refresh_is_no_longer_than_the_policy_allows() {
        given(ANN.held(1))
                .when(ANN.refreshFor(61, 1))
                .thenRefused(INVALID_FIELD)
                .when(ANN.refreshFor(-1, 1))
                .thenRefused(INVALID_FIELD)
                .when(ANN.refreshFor(60, 1))
                .then(ANN.refreshedFor(60, 1));
    }

    @Test
    void a_hold_is_refreshed_only_as_often_as_the_policy_allows() {
        given(ANN.held(1, 2))
                .when(ANN.refresh(1))
                .then(ANN.refreshed(1))
                .when(ANN.refresh(1, 2))
                .then(ANN.refreshed(1, 2))
                .when(ANN.refresh(1, 2))
                .thenRefused(REFRESH_LIMIT_REACHED, 1)
                .when(ANN.refresh(2))
                .then(ANN.refreshed(2));
    }

    @Test
    void where_the_policy_allows_none_nothing_is_refreshed() {
        givenEvent(event(10, new Policy(60, 0, 0, 0, 5)), ANN.held(1))
                .when(ANN.refresh(1))
                .thenRefused(REFRESH_LIMIT_REACHED, 1);
    }

    @Test
    void a_new_hold_of_the_same_seat_may_be_refreshed_anew() {
        given(ANN.held(1), ANN.refreshed(1), ANN.refreshed(1), ANN.released(1), ANN.held(1))
                .when(ANN.refresh(1))
                .then(ANN.refreshed(1));
        given(ANN.held(1), ANN.refreshed(1), ANN.refreshed(1), expired(60_000, 1))
                .and(ANN.at(60_000).held(1))
                .when(ANN.at(60_000).refresh(1))
                .then(ANN.at(60_000).refreshed(1));
    }

    @Test
    void only_the_holder_refreshes() {
        given(ANN.held(1), BOB.held(2), BOB.reserved(2))
                .when(BOB.refresh(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(BOB.refresh(2))
                .thenRefused(NOT_YOUR_HOLD, 2)
                .when(BOB.refresh(3))
                .thenRefused(NOT_YOUR_HOLD, 3)
                .when(BOB.refresh(11))
                .thenRefused(SEAT_NOT_FOUND, 11);
    }

    @Test
    void several_are_refreshed_all_or_none() {
        given(ANN.held(1), ANN.at(1).held(2), BOB.at(1).held(3))
                .when(ANN.at(60_000).refresh(1, 2))
                .thenRefused(HOLD_EXPIRED, 1)
                .when(ANN.at(60_000).refresh(1, 2, 3))
                .thenRefused(NOT_YOUR_HOLD, 3)
                .when(ANN.at(60_000).refresh(2))
                .then(expired(60_000, 1), ANN.at(60_000).refreshed(2));
    }

    @Test
    void to_refresh_nothing_changes_nothing() {
        given(ANN.held(1)).when(ANN.refresh()).thenUnchanged();
    }

    @Test
    void the_caller_is_shown_how_often_he_may_still() {
        Scenario scenario = given(ANN.held(1), ANN.refreshed(1));

        assertEquals(
                POLICY.refreshesMax() - 1,
                scenario.office().holdsOf(ANN.user(), NOON).getFirst().refreshesLeft());
    }
}
