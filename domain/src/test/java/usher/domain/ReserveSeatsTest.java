package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.BOOKING_MISMATCH;
import static usher.domain.Refusal.BOOKING_NOT_FOUND;
import static usher.domain.Refusal.HOLD_EXPIRED;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.PAYMENT_REQUIRED;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Scenario.EVENT;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.expired;
import static usher.domain.Scenario.given;
import static usher.domain.Scenario.givenEvent;

import java.util.List;
import org.junit.jupiter.api.Test;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.Plan;
import usher.domain.plan.Section;
import usher.domain.plan.Tier;
import usher.domain.seating.Seat;
import usher.domain.seating.SeatRecord;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;

final class ReserveSeatsTest {

    private static final BookingId BOOKING = Buyer.id(7);

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
        given(ANN.held(1, 2), ANN.reserved(1))
                .when(ANN.reserveAs(7, 1, 2))
                .then(ANN.reservedAs(Buyer.id(7), 2));
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

    @Test
    void what_is_reserved_is_a_confirmed_booking_that_costs_nothing() {
        BoxOffice office = given(ANN.held(1, 2), ANN.at(5).reservedAs(BOOKING, 1, 2)).office();

        Booking booking = office.bookings().known(BOOKING);
        assertEquals(BookingStatus.CONFIRMED, booking.status());
        assertEquals(ANN.user(), booking.user());
        assertEquals(SeatSet.of(1, 2), booking.seats());
        assertNull(booking.amount());
        assertNull(booking.payment());
        assertTrue(booking.isReserved());
        assertEquals(List.of(booking), office.bookings().of(ANN.user()));
    }

    @Test
    void it_lets_in_and_may_be_called_off_until_then() {
        given(ANN.held(1, 2), ANN.reservedAs(BOOKING, 1, 2))
                .when(Buyer.of(ORGANIZER).checkIn(7, 2))
                .then(Buyer.of(ORGANIZER).checkedIn(7, 2))
                .when(Buyer.of(BOB).cancel(7))
                .thenRefused(BOOKING_NOT_FOUND)
                .when(Buyer.of(ANN).cancel(7))
                .then(Buyer.of(ANN).ended(7, BookingStatus.CANCELLED))
                .when(BOB.hold(1))
                .then(BOB.held(1));
    }

    @Test
    void a_place_that_is_given_away_is_a_booking_of_nothing_in_the_currency_of_the_event() {
        Tier dear = new Tier("Dear", new Money(9_000, "EUR"));
        List<Section> sections = List.of(GeneralAdmission.of("Floor", dear, 3, null));
        BoxOffice office =
                givenEvent(Scenario.of(Plan.of(sections)), ORGANIZER.held(2))
                        .when(ORGANIZER.reserveAs(7, 2))
                        .thenRefused(PAYMENT_REQUIRED, 2)
                        .when(ORGANIZER.giveAwayAs(7, 2))
                        .then(ORGANIZER.reservedAs(BOOKING, 2))
                        .office();

        assertEquals(new Money(0, "EUR"), office.bookings().known(BOOKING).amount());
    }

    @Test
    void a_booking_that_there_is_is_not_made_again() {
        given(ANN.held(1, 2), ANN.reservedAs(BOOKING, 1))
                .when(ANN.reserveAs(7, 2))
                .thenRefused(BOOKING_MISMATCH);
        Scenario twice = given(ANN.held(1, 2), ANN.reservedAs(BOOKING, 1));
        assertThrows(CorruptHistory.class, () -> twice.and(ANN.reservedAs(BOOKING, 2)));
    }

    @Test
    void what_an_early_release_reserved_is_no_booking() {
        Scenario early = given(ANN.held(1), ANN.reservedAs(null, 1));

        assertEquals(List.of(), early.office().bookings().all());
        early.when(ANN.reserve(1))
                .thenUnchanged()
                .when(BOB.hold(1))
                .thenRefused(SEAT_UNAVAILABLE, 1);
    }

    @Test
    void a_booking_that_waited_for_money_costs_what_its_places_cost() {
        Tier dear = new Tier("Dear", new Money(9_000, "EUR"));
        List<Section> sections = List.of(GeneralAdmission.of("Floor", dear, 3, null));
        Buyer ann = Buyer.of(ANN);
        Fact forNothing = ann.made(ann.book(1, 2), new Money(0, "EUR"), 2);

        assertThrows(
                BrokenInvariant.class,
                () -> givenEvent(Scenario.of(Plan.of(sections)), ANN.held(2), forNothing));
    }
}
