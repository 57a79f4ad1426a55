package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Refusal.EVENT_NOT_ON_SALE;
import static usher.domain.Refusal.IDEMPOTENCY_MISMATCH;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.event.EventStatus.CANCELLED;

import org.junit.jupiter.api.Test;

/// A request under a key is done once, however often it is sent, for 24 hours.
final class IdempotencyTest {

    private static final long DAY = 24 * 60 * 60 * 1000;

    @Test
    void the_same_request_again_is_answered_from_its_entry() {
        given(BOB.held(9))
                .when(ANN.once(1, 1).hold(1))
                .then(ANN.once(1, 1).held(1))
                .when(ANN.at(5).once(1, 1).hold(1))
                .thenRepeated(2);
    }

    @Test
    void it_is_answered_so_even_within_the_entry_that_is_not_yet_written() {
        Scenario scenario = given();
        scenario.office().apply(ANN.once(1, 1).held(1));

        scenario.when(ANN.once(1, 1).hold(1)).thenRepeated(2);
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        given(ANN.once(1, 1).held(1))
                .when(ANN.once(1, 2).hold(2))
                .thenRefused(IDEMPOTENCY_MISMATCH);
    }

    @Test
    void another_key_is_another_request() {
        given(ANN.once(1, 1).held(1)).when(ANN.once(2, 1).hold(2)).then(ANN.once(2, 1).held(2));
    }

    @Test
    void both_halves_of_a_key_tell_it_from_others() {
        IdempotencyKey first = new IdempotencyKey(1, 0, 5);
        IdempotencyKey second = new IdempotencyKey(1, 1, 5);
        given(new Person(ANN.user(), 0, first).held(1))
                .when(new Person(ANN.user(), 0, second).hold(2))
                .then(new Person(ANN.user(), 0, second).held(2));
    }

    @Test
    void a_request_without_a_key_is_done_each_time() {
        given(ANN.held(1), ANN.released(1)).when(ANN.hold(1)).then(ANN.held(1));
    }

    @Test
    void the_answer_stays_the_same_whatever_happened_since() {
        given(ANN.once(1, 1).held(1))
                .and(ANN.released(1), BOB.held(1), BOB.changed(CANCELLED))
                .when(ANN.once(1, 1).hold(1))
                .thenRepeated(1)
                .when(ANN.once(2, 1).hold(1))
                .thenRefused(EVENT_NOT_ON_SALE);
    }

    @Test
    void a_refusal_is_not_remembered() {
        given(BOB.held(1))
                .when(ANN.once(1, 1).hold(1))
                .thenRefused(SEAT_UNAVAILABLE, 1)
                .and(BOB.released(1))
                .when(ANN.once(1, 1).hold(1))
                .then(ANN.once(1, 1).held(1));
    }

    @Test
    void what_changed_nothing_is_not_remembered() {
        given(ANN.held(1))
                .when(ANN.once(1, 1).hold(1))
                .thenUnchanged()
                .and(ANN.released(1))
                .when(ANN.once(1, 1).hold(1))
                .then(ANN.once(1, 1).held(1));
    }

    @Test
    void a_key_is_remembered_just_short_of_24_hours() {
        given(ANN.once(1, 1).held(1))
                .when(ANN.at(DAY - 1).once(1, 1).hold(1))
                .thenRepeated(1)
                .when(ANN.at(DAY - 1).once(1, 2).hold(1))
                .thenRefused(IDEMPOTENCY_MISMATCH);
    }

    @Test
    void after_24_hours_a_key_is_as_new_as_it_was() {
        given(ANN.once(1, 1).held(1))
                .when(ANN.at(DAY).once(1, 2).hold(2))
                .then(expired(DAY, 1), ANN.at(DAY).once(1, 2).held(2))
                .when(ANN.at(2 * DAY - 1).once(1, 2).hold(2))
                .thenRepeated(2);
    }

    @Test
    void the_next_key_drops_all_that_are_forgotten() {
        Scenario scenario = given(ANN.once(1, 1).held(1), BOB.at(1).once(2, 1).held(2));
        scenario.and(BOB.at(DAY).once(3, 1).reserved());

        assertEquals(2, scenario.office().memory().restate().size());
    }

    @Test
    void what_is_written_on_the_way_is_not_remembered_under_the_key() {
        Scenario scenario = given(BOB.held(1), expired(60_000, 1));

        assertEquals(0, scenario.office().memory().restate().size());
    }

    @Test
    void keys_are_part_of_the_state() {
        assertNotEquals(
                given(ANN.once(1, 1).held(1)).office().stateHash(),
                given(ANN.once(1, 2).held(1)).office().stateHash());
    }
}
