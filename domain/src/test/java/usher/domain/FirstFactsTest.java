package usher.domain;

import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Scenario.EVENT;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.givenNothing;
import static usher.domain.Scenario.opened;
import static usher.domain.event.EventStatus.INACTIVE;

import org.junit.jupiter.api.Test;

/// The first facts of a stream begin with the event that it is about.
final class FirstFactsTest {

    @Test
    void the_first_hold_opens_the_event() {
        givenNothing()
                .when(ANN.at(3).hold(1))
                .then(opened(EVENT, 3), ANN.at(3).held(1))
                .when(BOB.at(4).hold(2))
                .then(BOB.at(4).held(2));
    }

    @Test
    void so_does_a_first_change_of_status() {
        givenNothing()
                .when(ORGANIZER.change(INACTIVE))
                .then(opened(EVENT, 0), ORGANIZER.changed(INACTIVE));
    }

    @Test
    void the_key_of_the_request_belongs_to_what_it_asked_for() {
        givenNothing().when(ANN.once(1, 1).hold(1)).then(opened(EVENT, 0), ANN.once(1, 1).held(1));
    }

    @Test
    void what_makes_no_facts_opens_nothing() {
        givenNothing()
                .when(ANN.hold(11))
                .thenRefused(SEAT_NOT_FOUND, 11)
                .when(ANN.releaseAll())
                .thenUnchanged()
                .when(expire(0))
                .thenUnchanged();
    }
}
