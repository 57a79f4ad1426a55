package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Buyer.BOOKING_MILLIS;
import static usher.domain.Buyer.expired;
import static usher.domain.Buyer.id;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.ACCESS_CODE_REQUIRED;
import static usher.domain.Refusal.ALREADY_PAID;
import static usher.domain.Refusal.BOOKING_EXPIRED;
import static usher.domain.Refusal.BOOKING_MISMATCH;
import static usher.domain.Refusal.BOOKING_NOT_FOUND;
import static usher.domain.Refusal.EVENT_NOT_ON_SALE;
import static usher.domain.Refusal.HOLD_EXPIRED;
import static usher.domain.Refusal.HOLD_LIMIT_REACHED;
import static usher.domain.Refusal.NOT_ENOUGH_SEATS;
import static usher.domain.Refusal.NOT_YOUR_HOLD;
import static usher.domain.Refusal.SEAT_BOOKED;
import static usher.domain.Refusal.SEAT_LIMIT_REACHED;
import static usher.domain.Refusal.SEAT_NOT_FOUND;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Refusal.TICKET_NOT_VALID;
import static usher.domain.Refusal.TIER_NOT_FOUND;
import static usher.domain.Refusal.WRONG_ACCESS_CODE;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.givenEvent;
import static usher.domain.event.EventStatus.CANCELLED;
import static usher.domain.event.EventStatus.INACTIVE;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import usher.domain.access.AccessCode;
import usher.domain.access.AccessCodes;
import usher.domain.access.CodeHash;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.plan.GeneralAdmission;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Tier;
import usher.domain.seating.SeatStatus;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.CheckIn;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PaymentStatus;
import usher.domain.selling.Tickets;

/// Bookings: a booking, its places and its money change together, and never disagree.
///
/// Seats 1 to 4 are VIP at 100, 5 to 10 general admission at 10, 11 to 14 free of charge.
final class BookingTest {

    private static final Tier VIP = new Tier("VIP", new Money(10_000, "USD"));
    private static final Tier GA = new Tier("GA", new Money(1_000, "USD"));
    private static final Tier LAWN = new Tier("Lawn", new Money(0, "USD"));
    private static final CodeHash CODE = new CodeHash(1, 1);
    private static final Plan PLAN =
            Plan.of(
                    List.of(
                            NumberedSection.of("Stalls", VIP, Rows.equal(1, 4)),
                            GeneralAdmission.of("Floor", GA, 6, null),
                            GeneralAdmission.of("Lawn", LAWN, 4, null)));
    private static final EventDefinition EVENT = Scenario.of(PLAN);

    private static final Buyer ANN = Buyer.of(Person.ANN);
    private static final Buyer BOB = Buyer.of(Person.BOB);
    private static final Buyer DOOR = Buyer.of(ORGANIZER);

    @Test
    void held_seats_become_a_booking_that_keeps_them_until_it_is_paid() {
        MakeBooking asked = ANN.at(5).book(1, 1, 2);
        Scenario booked =
                givenEvent(EVENT, Person.ANN.held(1, 2))
                        .when(asked)
                        .then(ANN.at(5).made(asked, usd(20_000), 1, 2));

        assertEquals(BookingStatus.PENDING, booking(booked, 1).status());
        assertEquals(NOON + 5 + BOOKING_MILLIS, booked.office().deadlineMillis());
        booked.when(Person.BOB.at(70_000).hold(1)).thenRefused(SEAT_UNAVAILABLE, 1);
    }

    @Test
    void quantities_become_the_best_places_of_their_tiers_at_the_price_of_that_moment() {
        MakeBooking asked = ANN.book(1, new Tickets("GA", 2), new Tickets("VIP", 1));

        givenEvent(EVENT).when(asked).then(ANN.made(asked, usd(12_000), 1, 5, 6));
    }

    @Test
    void more_than_can_be_chosen_for_at_once_is_seated_in_parties() {
        Policy unlimited = new Policy(60, 1, 0, 0, 5);
        Plan plan =
                Plan.of(
                        List.of(
                                NumberedSection.of("Stalls", VIP, Rows.equal(8, 50)),
                                GeneralAdmission.of("Floor", GA, 2_000, null)));
        EventDefinition event =
                new EventDefinition(
                        EVENT.id(), EventDetails.of("Fair", unlimited), plan, EVENT.createdAt());
        MakeBooking asked = ANN.book(1, new Tickets("GA", 700), new Tickets("VIP", 250));
        int[] places =
                IntStream.concat(IntStream.rangeClosed(1, 250), IntStream.rangeClosed(401, 1_100))
                        .toArray();

        givenEvent(event)
                .when(asked)
                .then(ANN.made(asked, usd(250 * 10_000 + 700 * 1_000), places))
                .when(BOB.book(2, new Tickets("VIP", 151)))
                .thenRefused(NOT_ENOUGH_SEATS);
    }

    @Test
    void held_seats_and_quantities_go_into_one_booking() {
        MakeBooking asked = ANN.ask(1, new int[] {1}, null, new Tickets("VIP", 2));

        givenEvent(EVENT, Person.ANN.held(1))
                .when(asked)
                .then(ANN.made(asked, usd(30_000), 1, 2, 3));
    }

    @Test
    void it_is_all_or_nothing() {
        givenEvent(EVENT, Person.CARL.held(1, 2, 3))
                .when(ANN.book(1, new Tickets("GA", 1), new Tickets("VIP", 2)))
                .thenRefused(NOT_ENOUGH_SEATS)
                .when(ANN.book(1, new Tickets("GA", 1), new Tickets("Royal", 1)))
                .thenRefused(TIER_NOT_FOUND)
                .when(ANN.book(1, new Tickets("GA", 4)))
                .thenRefused(HOLD_LIMIT_REACHED)
                .when(ANN.book(1, 4, 99))
                .thenRefused(SEAT_NOT_FOUND, 99)
                .when(ANN.book(1, 1, 4))
                .thenRefused(NOT_YOUR_HOLD, 1, 4);
    }

    @Test
    void a_hold_that_ran_out_is_not_booked() {
        givenEvent(EVENT, Person.ANN.held(1))
                .when(ANN.at(60_000).book(1, 1))
                .thenRefused(HOLD_EXPIRED, 1);
    }

    @Test
    void what_a_user_has_already_counts() {
        givenEvent(EVENT, Person.ANN.held(11, 12, 13), Person.ANN.reserved(11, 12, 13))
                .when(ANN.book(1, new Tickets("GA", 2)))
                .thenRefused(SEAT_LIMIT_REACHED);
    }

    @Test
    void an_event_that_is_not_on_sale_is_not_booked() {
        givenEvent(EVENT, Person.ANN.held(1), ORGANIZER.changed(INACTIVE))
                .when(ANN.book(1, 1))
                .thenRefused(EVENT_NOT_ON_SALE)
                .when(ANN.book(1, new Tickets("GA", 1)))
                .thenRefused(EVENT_NOT_ON_SALE);
    }

    @Test
    void a_tier_that_a_code_opens_is_booked_with_the_code() {
        AccessCodes codes = new AccessCodes(List.of(new AccessCode(CODE, List.of("VIP"), null)));
        Instant created = Instant.ofEpochMilli(NOON);
        EventDefinition closed =
                new EventDefinition(EVENT.id(), EVENT.details(), PLAN, codes, created);
        Tickets vip = new Tickets("VIP", 1);
        MakeBooking asked = ANN.ask(1, new int[0], CODE, vip);

        givenEvent(closed)
                .when(ANN.book(1, vip))
                .thenRefused(ACCESS_CODE_REQUIRED)
                .when(ANN.ask(1, new int[0], new CodeHash(4, 4), vip))
                .thenRefused(WRONG_ACCESS_CODE)
                .when(asked)
                .then(ANN.made(asked, usd(10_000), 1));
    }

    @Test
    void the_same_id_with_the_same_wish_is_the_same_booking() {
        pending(1)
                .when(ANN.at(9).book(1, 1, 2))
                .thenUnchanged()
                .when(ANN.at(9).book(1, 1))
                .thenRefused(BOOKING_MISMATCH)
                .when(BOB.at(9).book(1, 1, 2))
                .thenRefused(BOOKING_MISMATCH);
    }

    @Test
    void who_pays_has_his_places_for_good() {
        Scenario paid =
                pending(1)
                        .when(ANN.at(9).pay(1, true))
                        .then(ANN.at(9).paid(1), ANN.at(9).confirmed(1));

        assertEquals(BookingStatus.CONFIRMED, booking(paid, 1).status());
        assertEquals(SeatStatus.RESERVED, paid.office().seat(1).record().status());
        paid.when(ANN.at(10).pay(1, true)).thenRefused(ALREADY_PAID);
        paid.when(expire(BOOKING_MILLIS)).thenUnchanged();
    }

    @Test
    void a_payment_that_fails_frees_the_places_at_once() {
        Scenario failed =
                pending(1)
                        .when(ANN.at(9).pay(1, false))
                        .then(ANN.at(9).notPaid(1), ANN.at(9).ended(1, BookingStatus.FAILED));

        failed.when(ANN.at(10).pay(1, true)).thenRefused(BOOKING_EXPIRED);
        failed.when(Person.BOB.at(10).hold(1)).then(Person.BOB.at(10).held(1));
    }

    @Test
    void what_costs_nothing_is_confirmed_at_once() {
        MakeBooking asked = ANN.book(1, new Tickets("Lawn", 2));
        givenEvent(EVENT)
                .when(asked)
                .then(ANN.made(asked, usd(0), 11, 12), ANN.confirmed(1))
                .when(ANN.pay(1, true))
                .thenRefused(ALREADY_PAID)
                .when(ANN.cancel(1))
                .then(ANN.ended(1, BookingStatus.CANCELLED));
    }

    @Test
    void so_is_what_has_no_price() {
        MakeBooking asked = ANN.book(1, 1);
        Scenario.given(Person.ANN.held(1))
                .when(asked)
                .then(ANN.made(asked, null, 1), ANN.confirmed(1));
    }

    @Test
    void a_booking_that_is_not_paid_in_time_is_over_and_its_places_free() {
        pending(1)
                .when(ANN.at(BOOKING_MILLIS).pay(1, true))
                .thenRefused(BOOKING_EXPIRED)
                .when(expire(BOOKING_MILLIS - 1))
                .thenUnchanged()
                .when(expire(BOOKING_MILLIS))
                .then(expired(BOOKING_MILLIS, 1))
                .when(Person.BOB.at(BOOKING_MILLIS).hold(1, 2))
                .then(Person.BOB.at(BOOKING_MILLIS).held(1, 2));
    }

    @Test
    void whoever_relies_on_that_writes_it_down_first() {
        pending(1)
                .and(Person.CARL.at(9).held(5))
                .when(Person.BOB.at(BOOKING_MILLIS).hold(1))
                .then(
                        Scenario.expired(BOOKING_MILLIS, 5),
                        expired(BOOKING_MILLIS, 1),
                        Person.BOB.at(BOOKING_MILLIS).held(1));
    }

    @Test
    void the_places_of_a_booking_are_not_anybodys_holds() {
        pending(1)
                .when(Person.ANN.at(9).refresh(1))
                .thenRefused(SEAT_BOOKED, 1)
                .when(Person.ANN.at(9).release(1, 2))
                .thenRefused(SEAT_BOOKED, 1, 2)
                .when(Person.ANN.at(9).giveAway(2))
                .thenRefused(SEAT_BOOKED, 2)
                .when(Person.ANN.at(9).hold(1))
                .thenRefused(SEAT_UNAVAILABLE, 1)
                .when(ANN.at(9).book(2, 1))
                .thenRefused(SEAT_BOOKED, 1)
                .when(Person.ANN.at(9).releaseAll())
                .thenUnchanged();
        assertEquals(List.of(), pending(1).office().holdsOf(Person.ANN.user(), NOON + 9));
    }

    @Test
    void who_has_not_paid_may_cancel() {
        pending(1)
                .when(BOB.at(9).cancel(1))
                .thenRefused(BOOKING_NOT_FOUND)
                .when(ANN.at(9).cancel(1))
                .then(ANN.at(9).ended(1, BookingStatus.CANCELLED))
                .when(ANN.at(9).cancel(1))
                .thenUnchanged()
                .when(ANN.at(9).pay(1, true))
                .thenRefused(BOOKING_EXPIRED);
    }

    @Test
    void who_has_paid_gets_his_money_from_the_organizer_only() {
        Scenario refunded =
                paid(1).when(ANN.at(9).cancel(1))
                        .thenRefused(ALREADY_PAID)
                        .when(DOOR.at(9).callOff(1))
                        .then(DOOR.at(9).ended(1, BookingStatus.REFUNDED));

        Booking booking = booking(refunded, 1);
        assertEquals(BookingStatus.REFUNDED, booking.status());
        assertEquals(PaymentStatus.REFUNDED, booking.payment().status());
        refunded.when(Person.BOB.at(10).hold(1)).then(Person.BOB.at(10).held(1));
    }

    @Test
    void nobody_pays_for_another() {
        pending(1)
                .when(BOB.at(9).pay(1, true))
                .thenRefused(BOOKING_NOT_FOUND)
                .when(ANN.at(9).pay(4, true))
                .thenRefused(BOOKING_NOT_FOUND);
    }

    @Test
    void a_cancelled_event_gives_everybody_his_money_back_and_frees_all_places() {
        Scenario cancelled =
                paid(1).and(BOB.at(7).made(BOB.book(2, new Tickets("GA", 1)), usd(1_000), 5))
                        .and(ORGANIZER.at(9).changed(CANCELLED));

        assertEquals(BookingStatus.REFUNDED, booking(cancelled, 1).status());
        assertEquals(BookingStatus.CANCELLED, booking(cancelled, 2).status());
        assertEquals(0, cancelled.office().seats().count(SeatStatus.RESERVED));
        assertEquals(0, cancelled.office().seats().count(SeatStatus.HELD));
        cancelled.when(ANN.at(10).pay(1, true)).thenRefused(BOOKING_EXPIRED);
    }

    @Test
    void a_ticket_lets_in_once() {
        Scenario inside = paid(1).when(DOOR.at(9).checkIn(1, 2)).then(DOOR.at(9).checkedIn(1, 2));

        inside.when(DOOR.at(10).checkIn(1, 2)).thenUnchanged();
        Answer again = inside.office().answer(DOOR.at(10).checkIn(1, 2), List.of());
        CheckIn first = new CheckIn(2, NOON + 9);
        assertEquals(new Answer.CheckedIn(inside.office().seat(2), first, false), again);
        inside.when(DOOR.at(10).checkIn(1, 1)).then(DOOR.at(10).checkedIn(1, 1));
    }

    @Test
    void only_a_confirmed_booking_lets_in_and_only_to_its_places() {
        pending(1).when(DOOR.at(9).checkIn(1, 1)).thenRefused(TICKET_NOT_VALID);
        paid(1).when(DOOR.at(9).checkIn(1, 3))
                .thenRefused(SEAT_NOT_FOUND, 3)
                .when(DOOR.at(9).checkIn(4, 1))
                .thenRefused(BOOKING_NOT_FOUND)
                .and(DOOR.at(9).ended(1, BookingStatus.REFUNDED))
                .when(DOOR.at(10).checkIn(1, 1))
                .thenRefused(TICKET_NOT_VALID);
    }

    @Test
    void a_users_bookings_are_told_in_the_order_of_their_making() {
        Scenario scenario =
                paid(1).and(BOB.at(7).made(BOB.book(2, new Tickets("GA", 1)), usd(1_000), 5))
                        .and(ANN.at(8).made(ANN.book(3, new Tickets("GA", 1)), usd(1_000), 6));

        assertEquals(List.of(id(1), id(3)), ids(scenario, Person.ANN));
        assertEquals(List.of(id(2)), ids(scenario, Person.BOB));
        assertEquals(List.of(), ids(scenario, Person.CARL));
    }

    @Test
    void the_answer_tells_how_the_booking_is_at_that_moment() {
        BoxOffice office = pending(1).office();

        Answer late = office.answer(ANN.at(BOOKING_MILLIS).book(1, 1, 2), List.of());

        assertEquals(BookingStatus.EXPIRED, ((Answer.Booked) late).booking().status());
    }

    @Test
    void the_same_request_under_another_id_is_told_of_the_first_booking() {
        Scenario scenario = pending(1);
        Fact made = ANN.made(ANN.book(1, 1, 2), usd(20_000), 1, 2);

        Answer again = scenario.office().answer(ANN.book(9, 1, 2), List.of(made));

        assertEquals(id(1), ((Answer.Booked) again).booking().id());
    }

    @Test
    void a_history_that_contradicts_itself_is_noticed() {
        corrupt(pending(1), ANN.at(9).made(ANN.book(1, 1, 2), usd(20_000), 3));
        corrupt(pending(1), ANN.at(9).made(ANN.book(2, 1), usd(10_000), 1));
        corrupt(pending(1), BOB.at(9).made(BOB.book(2, 99), usd(10_000), 99));
        corrupt(pending(1), ANN.at(9).confirmed(1));
        corrupt(pending(1), ANN.at(9).confirmed(4));
        corrupt(pending(1), ANN.at(9).ended(1, BookingStatus.CONFIRMED));
        corrupt(pending(1), ANN.at(9).ended(1, BookingStatus.REFUNDED));
        corrupt(pending(1), expired(9, 1));
        corrupt(pending(1), DOOR.at(9).checkedIn(1, 1));
        corrupt(paid(1), ANN.at(9).paid(1));
        corrupt(paid(1), ANN.at(9).ended(1, BookingStatus.CANCELLED));
        corrupt(paid(1), expired(BOOKING_MILLIS, 1));
        corrupt(
                paid(1).and(DOOR.at(9).ended(1, BookingStatus.REFUNDED)),
                DOOR.at(9).ended(1, BookingStatus.REFUNDED));
    }

    @Test
    void what_is_tentative_is_taken_back() {
        BoxOffice office = pending(1).office();
        long before = office.stateHash();
        office.beginTentative();
        office.apply(ANN.at(9).paid(1));
        office.apply(ANN.at(9).confirmed(1));
        office.apply(DOOR.at(9).checkedIn(1, 1));
        office.apply(BOB.at(9).made(BOB.book(2, new Tickets("GA", 1)), usd(1_000), 5));

        office.rollback();

        assertEquals(before, office.stateHash());
        assertEquals(List.of(), office.bookings().of(Person.BOB.user()));
        Invariants.checkDurable(office);
    }

    /// Ann has booked seats 1 and 2 at noon, and not paid.
    private static Scenario pending(int number) {
        return givenEvent(EVENT, ANN.made(ANN.book(number, 1, 2), usd(20_000), 1, 2));
    }

    /// Ann has booked seats 1 and 2 and paid, all at noon.
    private static Scenario paid(int number) {
        return pending(number).and(ANN.paid(number), ANN.confirmed(number));
    }

    private static Booking booking(Scenario scenario, int number) {
        return scenario.office().bookings().known(id(number));
    }

    private static List<?> ids(Scenario scenario, Person person) {
        return scenario.office().bookings().of(person.user()).stream().map(Booking::id).toList();
    }

    private static void corrupt(Scenario scenario, Fact fact) {
        assertThrows(CorruptHistory.class, () -> scenario.office().apply(fact));
    }

    private static Money usd(long cents) {
        return new Money(cents, "USD");
    }
}
