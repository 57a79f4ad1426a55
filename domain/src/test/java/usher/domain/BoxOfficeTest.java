package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Scenario.EVENT;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;
import static usher.domain.seating.SeatStatus.AVAILABLE;
import static usher.domain.seating.SeatStatus.HELD;
import static usher.domain.seating.SeatStatus.RESERVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
import usher.domain.event.Policy;
import usher.domain.holding.Hold;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.States;

/// What a box office shows of itself.
final class BoxOfficeTest {

    @Test
    void a_seat_is_shown_as_of_the_last_fact() {
        BoxOffice office = given(ANN.held(1, 2), ANN.at(5).reserved(2)).office();

        SeatRecord held = SeatRecord.held(ANN.user(), NOON, NOON + 60_000);
        assertEquals(new Seat(EVENT, 1, held), office.seat(1));
        assertEquals(SeatRecord.reserved(ANN.user(), NOON + 5), office.seat(2).record());
        assertEquals(SeatRecord.FREE, office.seat(3).record());
    }

    @Test
    void it_has_the_seats_of_its_event_and_no_others() {
        BoxOffice office = given().office();

        assertTrue(office.hasSeat(1) && office.hasSeat(10));
        assertFalse(office.hasSeat(0) || office.hasSeat(11) || office.hasSeat(-1));
    }

    @Test
    void what_a_user_holds_is_shown_by_number_without_what_ran_out() {
        BoxOffice office = given(ANN.at(1).held(7, 2), ANN.held(3), BOB.held(4)).office();

        List<Hold> holds = office.holdsOf(ANN.user(), NOON + 60_000);

        assertEquals(List.of(2, 7), holds.stream().map(Hold::seat).toList());
        assertEquals(3, office.holdsOf(ANN.user(), NOON + 59_999).size());
        assertEquals(List.of(), office.holdsOf(ORGANIZER.user(), NOON));
    }

    @Test
    void states_stay_as_they_were_taken() {
        Scenario scenario = given(ANN.held(2, 3), ANN.reserved(3));
        States before = scenario.office().states();

        scenario.and(BOB.held(4), ANN.released(2));

        assertEquals(1, before.version());
        assertEquals(10, before.total());
        assertEquals(List.of(8, 1, 1), counts(before));
        assertEquals(HELD, before.of(2));
        assertEquals(AVAILABLE, before.of(4));
        assertEquals(HELD, scenario.office().states().of(4));
    }

    @Test
    void states_are_searched_seat_by_seat_of_one_status() {
        States states = given(ANN.held(2, 10), BOB.held(9), BOB.reserved(9)).office().states();

        assertEquals(2, states.next(HELD, 0));
        assertEquals(10, states.next(HELD, 2));
        assertEquals(0, states.next(HELD, 10));
        assertEquals(9, states.next(RESERVED, 0));
        assertEquals(1, states.next(AVAILABLE, 0));
        assertEquals(3, states.next(AVAILABLE, 1));
        assertEquals(0, states.next(AVAILABLE, 8));
    }

    @Test
    void a_search_among_many_seats_skips_those_of_another_status() {
        States states =
                givenEvent(Scenario.event(1000, new Policy(60, 0, 0, 0, 5)), ANN.held(1, 999))
                        .office()
                        .states();

        assertEquals(999, states.next(HELD, 1));
        assertEquals(1000, states.next(AVAILABLE, 998));
        assertEquals(0, states.next(RESERVED, 0));
    }

    @Test
    void a_refresh_is_answered_with_the_holds() {
        BoxOffice office = given(ANN.held(1), ANN.at(5).refreshed(1)).office();

        assertEquals(
                new Answer.Holds(List.of(new Hold(EVENT, 1, ANN.user(), NOON, NOON + 60_005, 1))),
                office.answer(ANN.at(5).refresh(1), List.of()));
    }

    @Test
    void where_there_is_nothing_to_tell_it_is_done() {
        BoxOffice office = given().office();
        Answer done = new Answer.Done();

        assertEquals(done, office.answer(ANN.release(1), List.of()));
        assertEquals(done, office.answer(ANN.releaseAll(), List.of()));
        assertEquals(done, office.answer(expire(0), List.of()));
        assertEquals(done, office.answer(ORGANIZER.confirm(1), List.of()));
    }

    @Test
    void who_changes_an_event_is_told_how_it_is_described_now() {
        BoxOffice office = given(ORGANIZER.renamed("Recital")).office();
        Listing now = new Listing(Scenario.named("Recital"), EventStatus.ACTIVE, 2, NOON);
        Answer described = new Answer.Described(EVENT, now);

        assertEquals(described, office.answer(ORGANIZER.rename("Recital", 1), List.of()));
        assertEquals(described, office.answer(ORGANIZER.change(EventStatus.ACTIVE), List.of()));
    }

    @Test
    void it_lists_no_events() {
        BoxOffice office = given().office();
        ListEvent misdirected = new ListEvent(ORGANIZER.cause(), EVENT);

        assertThrows(IllegalArgumentException.class, () -> office.decide(misdirected));
        assertThrows(IllegalArgumentException.class, () -> office.answer(misdirected, List.of()));
    }

    @Test
    void it_remembers_the_latest_moment() {
        Scenario scenario = given(ANN.at(7).held(1));
        assertEquals(NOON + 7, scenario.office().latestMillis());
        scenario.and(expired(60_007, 1));
        assertEquals(NOON + 60_007, scenario.office().latestMillis());
    }

    private static List<Integer> counts(States states) {
        return List.of(states.count(AVAILABLE), states.count(HELD), states.count(RESERVED));
    }
}
