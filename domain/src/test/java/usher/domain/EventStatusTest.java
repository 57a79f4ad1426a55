package usher.domain;

import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.EVENT_CANCELLED;
import static usher.domain.Refusal.EVENT_NOT_ON_SALE;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.POLICY;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;
import static usher.domain.Scenario.onSale;
import static usher.domain.event.EventStatus.ACTIVE;
import static usher.domain.event.EventStatus.CANCELLED;
import static usher.domain.event.EventStatus.INACTIVE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventStatus;

/// When an event sells: its status, and the window of its sales.
final class EventStatusTest {

    /// On sale from a second after noon until just before a minute after noon.
    private static final EventDefinition WINDOW =
            onSale(
                    10,
                    POLICY,
                    Instant.ofEpochMilli(NOON + 1000),
                    Instant.ofEpochMilli(NOON + 60_000));

    @ParameterizedTest
    @EnumSource(names = {"INACTIVE", "CANCELLED"})
    void an_event_that_is_not_active_sells_nothing(EventStatus status) {
        given(ANN.held(1), ORGANIZER.changed(status))
                .when(BOB.hold(2))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.refresh(1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.reserve(1))
                .thenRefused(EVENT_NOT_ON_SALE);
    }

    @Test
    void an_inactive_event_may_become_active_again() {
        given().when(ORGANIZER.change(INACTIVE))
                .then(ORGANIZER.changed(INACTIVE))
                .when(ORGANIZER.change(ACTIVE))
                .then(ORGANIZER.changed(ACTIVE))
                .when(ANN.hold(1))
                .then(ANN.held(1));
    }

    @Test
    void a_status_that_is_so_already_changes_nothing() {
        given().when(ORGANIZER.change(ACTIVE))
                .thenUnchanged()
                .and(ORGANIZER.changed(CANCELLED))
                .when(ORGANIZER.change(CANCELLED))
                .thenUnchanged();
    }

    @Test
    void cancelled_is_for_ever() {
        given(ORGANIZER.changed(CANCELLED))
                .when(ORGANIZER.change(ACTIVE))
                .thenRefused(EVENT_CANCELLED)
                .when(ORGANIZER.change(INACTIVE))
                .thenRefused(EVENT_CANCELLED);
    }

    @Test
    void holds_of_a_cancelled_event_still_run_out() {
        given(ANN.held(1), ORGANIZER.changed(CANCELLED))
                .when(expire(60_000))
                .then(expired(60_000, 1));
    }

    @Test
    void sales_begin_with_the_first_moment_of_their_window() {
        givenEvent(WINDOW)
                .when(ANN.at(999).hold(1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.at(1000).hold(1))
                .then(ANN.at(1000).held(1));
    }

    @Test
    void sales_end_just_before_the_last_moment_of_their_window() {
        givenEvent(WINDOW)
                .when(ANN.at(60_000).hold(1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.at(59_999).hold(1))
                .then(ANN.at(59_999).held(1))
                .when(ANN.at(60_000).refresh(1))
                .thenRefused(EVENT_NOT_ON_SALE);
    }

    @Test
    void a_sale_that_is_over_does_not_take_holds_back() {
        givenEvent(WINDOW, ANN.at(59_999).held(1, 2))
                .when(ANN.at(60_000).release(2))
                .then(ANN.at(60_000).released(2))
                .when(ANN.at(60_000).reserve(1))
                .then(ANN.at(60_000).reserved(1));
    }

    @Test
    void a_window_may_be_open_at_either_end() {
        givenEvent(onSale(10, POLICY, null, Instant.ofEpochMilli(NOON + 1)))
                .when(ANN.at(1).hold(1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.at(0).hold(1))
                .then(ANN.at(0).held(1));
        givenEvent(onSale(10, POLICY, Instant.ofEpochMilli(NOON + 1), null))
                .when(ANN.at(0).hold(1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.at(1).hold(1))
                .then(ANN.at(1).held(1));
    }
}
