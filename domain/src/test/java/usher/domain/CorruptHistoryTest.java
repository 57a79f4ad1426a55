package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Scenario.EVENT;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenNothing;
import static usher.domain.Scenario.opened;
import static usher.domain.Scenario.system;
import static usher.domain.event.EventStatus.ACTIVE;
import static usher.domain.event.EventStatus.CANCELLED;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import usher.domain.catalog.EventListed;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.EventOpened;
import usher.domain.event.StatusChanged;
import usher.domain.holding.SeatsHeld;
import usher.domain.plan.Plan;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatsRestated;

/// A fact that contradicts the facts before it is noticed, not believed.
final class CorruptHistoryTest {

    @Test
    void a_stream_begins_with_its_event() {
        noticed("does not begin", givenNothing(), ANN.held(1));
    }

    @Test
    void an_event_is_opened_once() {
        noticed("opened twice", given(), opened(EVENT, 0));
    }

    @Test
    void a_stream_is_about_one_event() {
        EventDefinition other =
                new EventDefinition(
                        EventId.of(NOON, 8),
                        EventDetails.of("Another", Scenario.POLICY),
                        Plan.plain(10),
                        Instant.EPOCH);
        noticed(other.id().toString(), givenNothing(), new EventOpened(system(0), other));
    }

    @Test
    void a_seat_is_held_only_if_it_is_free() {
        noticed("seat 1 is HELD, not AVAILABLE", given(ANN.held(1)), BOB.held(1));
        noticed("seat 1 is HELD, not AVAILABLE", given(ANN.held(1)), ANN.at(60_000).held(1));
        noticed("seat 1 is RESERVED", given(ANN.held(1), ANN.reserved(1)), BOB.held(1));
        noticed("no seat 11", given(), ANN.held(11));
        noticed("no seat 0", given(), ANN.held(0));
    }

    @Test
    void a_hold_lasts() {
        noticed("a hold lasts 0 ms", given(), ANN.heldFor(0, 1));
        noticed("a hold lasts -1000 ms", given(), ANN.heldFor(-1, 1));
        long tooLong = NOON + Integer.MAX_VALUE + 1;
        noticed(
                "a hold lasts 2147483648 ms",
                given(),
                new SeatsHeld(ANN.cause(), ANN.user(), SeatSet.of(1), tooLong));
    }

    @Test
    void a_hold_is_refreshed_only_while_it_lasts() {
        noticed("seat 1 is AVAILABLE, not HELD", given(), ANN.refreshed(1));
        noticed("over since", given(ANN.held(1)), ANN.at(60_000).refreshed(1));
        given(ANN.held(1)).and(ANN.at(59_999).refreshed(1));
    }

    @Test
    void a_hold_is_not_refreshed_without_end() {
        Scenario scenario = given(ANN.held(1));
        for (int i = 0; i < 127; i++) {
            scenario.office().apply(ANN.refreshed(1));
        }
        noticed("refreshed 128 times", scenario, ANN.refreshed(1));
    }

    @Test
    void a_hold_is_released_only_while_it_lasts() {
        noticed("seat 1 is AVAILABLE, not HELD", given(), ANN.released(1));
        noticed("over since", given(ANN.held(1)), ANN.at(60_000).released(1));
    }

    @Test
    void a_hold_expires_once_and_not_before_its_end() {
        noticed("before its end", given(ANN.held(1)), expired(59_999, 1));
        noticed("seat 1 is AVAILABLE", given(ANN.held(1), expired(60_000, 1)), expired(60_000, 1));
    }

    @Test
    void a_seat_is_reserved_only_by_its_holder_while_the_hold_lasts() {
        noticed("seat 1 is AVAILABLE, not HELD", given(), ANN.reserved(1));
        noticed("seat 1 is not held by " + BOB.user(), given(ANN.held(1)), BOB.reserved(1));
        noticed("over since", given(ANN.held(1)), ANN.at(60_000).reserved(1));
        noticed(
                "is RESERVED, not HELD",
                given(ANN.held(1), ANN.reserved(1)),
                ANN.at(1).reserved(1));
    }

    @Test
    void a_seat_is_blocked_only_if_it_is_free_and_unblocked_only_if_it_is_blocked() {
        noticed("seat 1 is HELD, not AVAILABLE", given(ANN.held(1)), ORGANIZER.blocked("", 1));
        Scenario blocked = given(ORGANIZER.blocked("", 1));
        noticed("seat 1 is BLOCKED, not AVAILABLE", blocked, ORGANIZER.blocked("", 1));
        noticed("seat 1 is BLOCKED, not AVAILABLE", given(ORGANIZER.blocked("", 1)), ANN.held(1));
        noticed("seat 2 is AVAILABLE, not BLOCKED", given(), ORGANIZER.unblocked(2));
        noticed("no seat 11", given(), ORGANIZER.blocked("", 11));
    }

    @Test
    void a_cancelled_event_stays_so() {
        StatusChanged active = ORGANIZER.changed(ACTIVE);
        noticed(
                "a cancelled event is changed: " + active,
                given(ORGANIZER.changed(CANCELLED)),
                active);
    }

    @Test
    void a_snapshot_says_each_seat_once() {
        SeatRecord held = SeatRecord.held(ANN.user(), NOON, NOON + 1);
        noticed(
                "seat 2 is HELD, not AVAILABLE",
                given(ANN.held(2)),
                new SeatsRestated(system(0), SeatSet.of(1, 2), held));
    }

    @Test
    void somebody_has_a_seat_that_is_taken() {
        CorruptHistory noticed =
                assertThrows(
                        CorruptHistory.class,
                        () -> new SeatRecord(SeatStatus.RESERVED, null, NOON, 0, 0));
        assertEquals("a seat is RESERVED and nobody has it", noticed.getMessage());
    }

    @Test
    void what_belongs_to_the_catalog_is_no_fact_of_an_event() {
        noticed("not a fact of an event", given(), new EventListed(system(0), EVENT));
    }

    private static void noticed(String sentence, Scenario scenario, Fact contradiction) {
        String message =
                assertThrows(CorruptHistory.class, () -> scenario.office().apply(contradiction))
                        .getMessage();
        assertEquals(true, message.contains(sentence), message);
    }
}
