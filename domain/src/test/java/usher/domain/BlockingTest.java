package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.BLOCK_LIMIT_REACHED;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.POLICY;
import static usher.domain.Scenario.event;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;
import static usher.domain.Scenario.givenNothing;
import static usher.domain.Scenario.onSale;
import static usher.domain.Scenario.opened;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usher.domain.blocking.Block;
import usher.domain.blocking.BlockSeats;
import usher.domain.event.EventStatus;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;

/// Seats that an organizer keeps off sale.
final class BlockingTest {

    private static final String HOUSE = "House seats";

    @Test
    void a_blocked_seat_cannot_be_had() {
        given().when(ORGANIZER.block(HOUSE, 1, 2))
                .then(ORGANIZER.blocked(HOUSE, 1, 2))
                .when(ANN.hold(2, 3))
                .thenRefused(SEAT_UNAVAILABLE, 2)
                .when(ANN.refresh(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(ANN.release(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(ANN.reserve(1))
                .thenRefused(NOT_YOUR_HOLD, 1)
                .when(ORGANIZER.hold(1))
                .thenRefused(SEAT_UNAVAILABLE, 1);
    }

    @Test
    void a_seat_that_is_unblocked_is_free() {
        given(ORGANIZER.blocked(HOUSE, 1, 2))
                .when(BOB.unblock(1))
                .then(BOB.unblocked(1))
                .when(ANN.hold(1))
                .then(ANN.held(1))
                .when(ANN.hold(2))
                .thenRefused(SEAT_UNAVAILABLE, 2);
    }

    @Test
    void a_seat_that_somebody_has_is_not_blocked_and_no_other_is() {
        given(ANN.held(1, 2), ANN.reserved(2))
                .when(ORGANIZER.block(HOUSE, 1, 2, 3))
                .thenRefused(SEAT_UNAVAILABLE, 1, 2);
    }

    @Test
    void a_seat_whose_hold_is_over_is_blocked() {
        given(ANN.held(1))
                .when(ORGANIZER.at(60_000).block(HOUSE, 1))
                .then(expired(60_000, 1), ORGANIZER.at(60_000).blocked(HOUSE, 1))
                .when(ANN.at(60_001).refresh(1))
                .thenRefused(NOT_YOUR_HOLD, 1);
    }

    @Test
    void what_is_blocked_already_stays_under_its_note() {
        Scenario scenario =
                given(ORGANIZER.blocked(HOUSE, 1))
                        .when(ORGANIZER.block("Kill", 1))
                        .thenUnchanged()
                        .when(BOB.at(5).block("Kill", 1, 2))
                        .then(BOB.at(5).blocked("Kill", 2));

        assertEquals(
                List.of(
                        new Block(ORGANIZER.cause(), HOUSE, SeatSet.of(1)),
                        new Block(BOB.at(5).cause(), "Kill", SeatSet.of(2))),
                scenario.office().blocks());
    }

    @Test
    void seats_under_one_note_are_one_block_of_whoever_began_it() {
        BoxOffice office =
                given(ORGANIZER.blocked(HOUSE, 4, 5), BOB.at(9).blocked(HOUSE, 1)).office();

        assertEquals(
                List.of(new Block(ORGANIZER.cause(), HOUSE, SeatSet.of(1, 4, 5))), office.blocks());
    }

    @Test
    void a_block_without_seats_is_none() {
        BoxOffice office =
                given(ORGANIZER.blocked(HOUSE, 1), ORGANIZER.blocked("", 2))
                        .when(ORGANIZER.unblock(1))
                        .then(ORGANIZER.unblocked(1))
                        .office();

        assertEquals(List.of(new Block(ORGANIZER.cause(), "", SeatSet.of(2))), office.blocks());
    }

    @Test
    void unblocking_frees_what_is_named_and_blocked() {
        given(ORGANIZER.blocked(HOUSE, 1, 2), ANN.held(3))
                .when(ORGANIZER.unblock(1, 3, 4))
                .then(ORGANIZER.unblocked(1))
                .when(ORGANIZER.unblock(1, 3, 4))
                .thenUnchanged();
    }

    @Test
    void all_can_be_unblocked_at_once() {
        given(ORGANIZER.blocked(HOUSE, 1, 5), ORGANIZER.blocked("Kill", 3))
                .when(ORGANIZER.unblockAll())
                .then(ORGANIZER.unblocked(1, 3, 5))
                .when(ORGANIZER.unblockAll())
                .thenUnchanged();
    }

    @Test
    void only_seats_of_the_event_are_blocked() {
        given().when(ORGANIZER.block(HOUSE, 10, 11))
                .thenRefused(SEAT_NOT_FOUND, 11)
                .when(ORGANIZER.unblock(0, 1))
                .thenRefused(SEAT_NOT_FOUND, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"INACTIVE", "CANCELLED"})
    void seats_are_blocked_whatever_the_status_of_the_event(EventStatus status) {
        given(ORGANIZER.changed(status))
                .when(ORGANIZER.block(HOUSE, 1))
                .then(ORGANIZER.blocked(HOUSE, 1))
                .when(ORGANIZER.unblock(1))
                .then(ORGANIZER.unblocked(1));
    }

    @Test
    void seats_are_blocked_before_and_after_the_sale() {
        Instant from = Instant.ofEpochMilli(NOON + 10);
        givenEvent(onSale(10, POLICY, from, from.plusMillis(10)))
                .when(ORGANIZER.at(9).block(HOUSE, 1))
                .then(ORGANIZER.at(9).blocked(HOUSE, 1))
                .when(ORGANIZER.at(20).block(HOUSE, 2))
                .then(ORGANIZER.at(20).blocked(HOUSE, 2));
    }

    @Test
    void a_block_may_be_the_first_that_happens_to_an_event() {
        givenNothing()
                .when(ORGANIZER.block(HOUSE, 1))
                .then(opened(Scenario.EVENT, 0), ORGANIZER.blocked(HOUSE, 1));
    }

    @Test
    void there_are_only_so_many_blocks() {
        Fact[] blocks =
                IntStream.rangeClosed(1, Block.BLOCKS_MAX)
                        .mapToObj(seat -> ORGANIZER.blocked("note " + seat, seat))
                        .toArray(Fact[]::new);
        givenEvent(event(200, POLICY), blocks)
                .when(ORGANIZER.block("one more", 150))
                .thenRefused(BLOCK_LIMIT_REACHED)
                .when(ORGANIZER.block("note 7", 150))
                .then(ORGANIZER.blocked("note 7", 150))
                .when(ORGANIZER.unblock(8))
                .then(ORGANIZER.unblocked(8))
                .when(ORGANIZER.block("one more", 151))
                .then(ORGANIZER.blocked("one more", 151));
    }

    @Test
    void a_note_has_at_most_200_characters() {
        ORGANIZER.block("x".repeat(200), 1);
        SeatSet seat = SeatSet.of(1);
        assertEquals(
                "note must have at most 200 characters",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new BlockSeats(ORGANIZER.cause(), seat, "x".repeat(201)))
                        .getMessage());
    }

    @Test
    void a_blocked_seat_is_counted_and_shown_as_such() {
        BoxOffice office = given(ORGANIZER.blocked(HOUSE, 1, 2), ANN.held(3)).office();

        assertEquals(2, office.states().count(SeatStatus.BLOCKED));
        assertEquals(7, office.states().count(SeatStatus.AVAILABLE));
        assertEquals(SeatStatus.BLOCKED, office.states().of(2));
        assertEquals(SeatRecord.BLOCKED, office.seat(2).record());
        assertEquals(SeatRecord.BLOCKED, office.seat(2).at(NOON).record());
    }

    @Test
    void there_is_nothing_to_tell_of_a_block() {
        BoxOffice office = given(ORGANIZER.blocked(HOUSE, 1)).office();
        Answer done = new Answer.Done();

        assertEquals(done, office.answer(ORGANIZER.block(HOUSE, 1), List.of()));
        assertEquals(done, office.answer(ORGANIZER.unblock(2), List.of()));
        assertEquals(done, office.answer(ORGANIZER.unblockAll(), List.of()));
    }
}
