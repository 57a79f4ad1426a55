package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.domain.Person.ANN;
import static usher.domain.Person.BOB;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.given;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.domain.plan.Money;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingRestated;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentStatus;

/// Each invariant that spans more than the table of seats is seen broken once.
///
/// Facts that no decision would make, and that contradict no other fact, break the policy; what
/// facts cannot break is broken by hand.
final class InvariantsTest {

    @Test
    void nobody_holds_more_than_the_policy_allows() {
        broken(ANN.user() + ", of seat 1, holds 4 seats", () -> given(ANN.held(1, 2, 3, 4)));
    }

    @Test
    void nobody_has_more_than_the_policy_allows() {
        broken(
                BOB.user() + ", of seat 6, has 5 seats",
                () -> given(BOB.held(6, 7), BOB.reserved(6, 7), BOB.held(8, 9, 10)));
    }

    @Test
    void no_hold_is_refreshed_more_often_than_the_policy_allows() {
        broken(
                "seat 1 is refreshed 3 times",
                () -> given(ANN.held(1), ANN.refreshed(1), ANN.refreshed(1), ANN.refreshed(1)));
    }

    @Test
    void no_hold_is_longer_than_the_policy_allows() {
        broken("seat 1 is held for 61000 ms", () -> given(ANN.heldFor(61, 1)));
        broken("seat 1 is held for 121000 ms", () -> given(ANN.held(1), ANN.refreshedFor(121, 1)));
    }

    @Test
    void no_seat_is_taken_in_the_future() {
        BoxOffice office = given().office();
        office.seats().put(1, SeatRecord.reserved(ANN.user(), NOON + 1));
        broken("seat 1 is taken in the future", () -> Invariants.check(office));
    }

    @Test
    void nothing_is_taken_before_the_event_is_open() {
        BoxOffice office = new BoxOffice(Scenario.EVENT);
        office.seats().put(1, SeatRecord.reserved(ANN.user(), 0));
        broken(
                "9 of 10 seats are free of an event that is not open",
                () -> Invariants.check(office));
    }

    @Test
    void nothing_is_tentative_that_is_durable() {
        BoxOffice office = given().office();
        office.beginTentative();
        office.apply(ANN.held(1));
        broken("changes after version 1 are tentative", () -> Invariants.checkDurable(office));
    }

    @Test
    void the_table_of_seats_agrees_with_itself() {
        BoxOffice office = given(ANN.held(1)).office();
        assertEquals(1, office.seats().count(SeatStatus.HELD));
        Invariants.check(office);
    }

    @Test
    void every_blocked_seat_is_in_a_block() {
        BoxOffice office = given(ORGANIZER.blocked("kill", 1)).office();
        office.seats().put(2, SeatRecord.BLOCKED);
        broken("2 seats are blocked, and 1 in blocks", () -> Invariants.check(office));
    }

    @Test
    void a_block_has_blocked_seats_only() {
        BoxOffice office = given(ORGANIZER.blocked("kill", 1, 3)).office();
        office.seats().put(3, SeatRecord.FREE);
        broken("seats [3] of block 'kill' are not blocked", () -> Invariants.check(office));
    }

    @Test
    void a_booking_costs_what_its_places_cost() {
        broken(
                "booking %s costs Money[amount=7, currency=EUR], and its places null"
                        .formatted(Buyer.id(1)),
                () -> given(ann().made(ann().book(1, 1), new Money(7, "EUR"), 1)));
    }

    @Test
    void a_pending_booking_has_its_places_until_its_end() {
        BoxOffice office = given(ann().made(ann().book(1, 1), null, 1)).office();
        office.seats().put(1, SeatRecord.held(ANN.user(), NOON, NOON + 1));
        brokenSeat(office, "HELD, owner=" + ANN.user());
    }

    @Test
    void a_confirmed_booking_has_its_places_for_good() {
        BoxOffice office =
                given(ann().made(ann().book(1, 1), null, 1), ann().confirmed(1)).office();
        office.seats().put(1, SeatRecord.FREE);
        brokenSeat(office, "AVAILABLE, owner=null");
    }

    @Test
    void nobody_keeps_the_money_of_a_booking_that_is_over() {
        BoxOffice office = given().office();
        Payment paid = new Payment(new UUID(8, 1), PaymentStatus.SUCCEEDED, "simulated");
        office.apply(new BookingRestated(Scenario.system(0), booking(BookingStatus.FAILED, paid)));
        broken(
                "booking %s is over, and its money kept".formatted(Buyer.id(1)),
                () -> Invariants.check(office));
    }

    @Test
    void only_a_refunded_booking_gave_money_back() {
        BoxOffice office = given().office();
        Payment back = new Payment(new UUID(8, 1), PaymentStatus.REFUNDED, "simulated");
        office.apply(new BookingRestated(Scenario.system(0), booking(BookingStatus.EXPIRED, back)));
        broken(
                "booking %s is EXPIRED, and its payment %s".formatted(Buyer.id(1), back),
                () -> Invariants.check(office));
    }

    private static Buyer ann() {
        return Buyer.of(ANN);
    }

    private static Booking booking(BookingStatus status, Payment payment) {
        return new Booking(
                Buyer.id(1),
                ANN.user(),
                SeatSet.of(1),
                null,
                0,
                status,
                NOON,
                NOON + 1,
                payment,
                List.of());
    }

    private static void brokenSeat(BoxOffice office, String record) {
        BrokenInvariant found = assertThrows(BrokenInvariant.class, () -> Invariants.check(office));
        String beginning = "seat 1 of booking %s is SeatRecord[status=".formatted(Buyer.id(1));
        assertTrue(found.getMessage().startsWith(beginning + record), found.getMessage());
    }

    @Test
    void keys_are_remembered_in_the_order_of_their_entries() {
        BoxOffice office = given(ANN.held(1)).office();
        IdempotencyKey one = new IdempotencyKey(1, 0, 0);
        IdempotencyKey other = new IdempotencyKey(2, 0, 0);
        office.memory().restore(List.of(new RememberedKey(one, 1, NOON)));
        Invariants.check(office);
        office.memory().restore(List.of(new RememberedKey(other, 0, NOON)));
        broken("the key of version 0 is not in its place", () -> Invariants.check(office));
    }

    @Test
    void no_key_is_remembered_of_the_future() {
        BoxOffice office = given(ANN.held(1)).office();
        IdempotencyKey key = new IdempotencyKey(1, 0, 0);
        office.memory().restore(List.of(new RememberedKey(key, 3, NOON)));
        broken("a key of version 3 is remembered at version 1", () -> Invariants.check(office));
    }

    private static void broken(String sentence, Runnable check) {
        BrokenInvariant broken = assertThrows(BrokenInvariant.class, check::run);
        assertEquals(sentence, broken.getMessage());
    }
}
