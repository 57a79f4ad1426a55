package usher.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static usher.domain.Buyer.BOOKING_MILLIS;
import static usher.domain.Buyer.OPENED;
import static usher.domain.Buyer.expired;
import static usher.domain.Buyer.id;
import static usher.domain.Person.ORGANIZER;
import static usher.domain.Refusal.ALREADY_PAID;
import static usher.domain.Refusal.BOOKING_EXPIRED;
import static usher.domain.Refusal.BOOKING_NOT_FOUND;
import static usher.domain.Refusal.PAYMENT_UNDER_WAY;
import static usher.domain.Refusal.SEAT_UNAVAILABLE;
import static usher.domain.Scenario.NOON;
import static usher.domain.Scenario.expire;
import static usher.domain.Scenario.givenEvent;
import static usher.domain.event.EventStatus.CANCELLED;
import static usher.domain.selling.BookingStatus.CONFIRMED;
import static usher.domain.selling.BookingStatus.EXPIRED;
import static usher.domain.selling.BookingStatus.FAILED;
import static usher.domain.selling.BookingStatus.PENDING;
import static usher.domain.selling.BookingStatus.REFUNDED;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import usher.domain.event.EventDefinition;
import usher.domain.plan.Money;
import usher.domain.plan.NumberedSection;
import usher.domain.plan.Plan;
import usher.domain.plan.Rows;
import usher.domain.plan.Tier;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.Errand;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.PaymentStatus;

/// Payments at a gateway that answers when it likes: nobody pays and gets nothing, whatever comes
/// late, twice or in disorder.
///
/// Ann books seat 1 for 100 dollars at noon, and begins to pay after a second.
final class PaymentTest {

    private static final long GRACE = Payment.SETTLING_MILLIS;
    private static final PaymentReport SUCCEEDED = new PaymentReport.Succeeded();
    private static final PaymentReport DECLINED = new PaymentReport.Failed();
    private static final PaymentReport REFUNDED_THERE = new PaymentReport.Refunded();

    private static final Money PRICE = new Money(10_000, "USD");
    private static final EventDefinition EVENT =
            Scenario.of(
                    Plan.of(
                            List.of(
                                    NumberedSection.of(
                                            "Stalls", new Tier("VIP", PRICE), Rows.equal(1, 8)))));

    private static final Buyer ANN = Buyer.of(Person.ANN);
    private static final Buyer BOB = Buyer.of(Person.BOB);
    private static final MakeBooking ASKED = ANN.book(1, 1);

    /// When Ann's booking may no longer be paid, and when its places go, in ms after noon.
    private static final long OVER = BOOKING_MILLIS;

    private static final long GONE = OVER + GRACE;

    @Test
    void that_somebody_wants_to_pay_is_a_fact_before_anybody_is_asked() {
        Scenario begun = booked().when(ANN.at(1000).start(1)).then(ANN.at(1000).started(1));

        Booking booking = booking(begun);
        assertEquals(PENDING, booking.status());
        assertEquals(Errand.What.OPEN, errand(begun, 1000));
        assertEquals(NOON + 16_000, begun.office().deadlineMillis());
    }

    @Test
    void what_the_gateway_opened_is_asked_about_until_the_time_is_over_and_then_closed() {
        Scenario opened = begun().when(ANN.at(1500).report(1, OPENED)).then(ANN.at(1500).opened(1));

        assertEquals("https://pay.example/1", payment(opened).checkoutUrl());
        assertEquals(Errand.What.LOOK, errand(opened, OVER - 1));
        assertEquals(Errand.What.CLOSE, errand(opened, OVER));
        assertEquals(NOON + OVER, opened.office().deadlineMillis());
    }

    @Test
    void success_confirms_the_booking_in_the_same_entry() {
        Scenario paid =
                opened().when(ANN.at(2000).report(1, SUCCEEDED))
                        .then(ANN.at(2000).taken(1), ANN.at(2000).settled(1));

        assertEquals(CONFIRMED, booking(paid).status());
        assertNull(Errand.of(EVENT, booking(paid), NOON + 2000));
        assertEquals(Long.MAX_VALUE, paid.office().deadlineMillis());
    }

    @Test
    void success_may_be_told_before_the_opening_and_again() {
        begun().when(ANN.at(1500).report(1, SUCCEEDED))
                .then(ANN.at(1500).taken(1), ANN.at(1500).settled(1))
                .when(ANN.at(1600).report(1, OPENED))
                .thenUnchanged()
                .when(ANN.at(1700).report(1, SUCCEEDED))
                .thenUnchanged()
                .when(ANN.at(1800).report(1, DECLINED))
                .thenUnchanged();
    }

    @Test
    void failure_frees_the_places_at_once() {
        Scenario declined =
                opened().when(ANN.at(2000).report(1, DECLINED))
                        .then(ANN.at(2000).declined(1), ANN.at(2000).settled(1, FAILED));

        assertEquals(PaymentStatus.FAILED, payment(declined).status());
        declined.when(Person.BOB.at(2000).hold(1)).then(Person.BOB.at(2000).held(1));
    }

    @Test
    void one_payment_is_under_way_at_a_time() {
        opened().when(ANN.at(2000).start(1))
                .thenUnchanged()
                .when(ANN.at(2000).pay(1, true))
                .thenRefused(PAYMENT_UNDER_WAY)
                .when(BOB.start(1))
                .thenRefused(BOOKING_NOT_FOUND);
        opened().and(ANN.at(2000).taken(1), ANN.at(2000).settled(1))
                .when(ANN.at(3000).start(1))
                .thenRefused(ALREADY_PAID);
        booked().when(ANN.at(OVER).start(1)).thenRefused(BOOKING_EXPIRED);
    }

    @Test
    void a_payment_of_which_nobody_knows_changes_nothing() {
        booked().when(ANN.report(1, SUCCEEDED)).thenRefused(BOOKING_NOT_FOUND);
        begun().when(ANN.report(2, SUCCEEDED)).thenRefused(BOOKING_NOT_FOUND);
    }

    @Test
    void the_places_are_kept_a_minute_longer_while_a_payment_is_under_way() {
        Scenario late = opened();
        late.when(expire(OVER)).thenUnchanged();
        late.when(Person.BOB.at(GONE - 1).hold(1)).thenRefused(SEAT_UNAVAILABLE, 1);
        late.when(ANN.at(GONE - 1).report(1, SUCCEEDED))
                .then(ANN.at(GONE - 1).taken(1), ANN.at(GONE - 1).settled(1));
    }

    @Test
    void then_they_are_free_and_the_gateway_is_asked_on() {
        Scenario gone = opened().when(expire(GONE)).then(expired(GONE, 1));

        assertEquals(EXPIRED, booking(gone).status());
        assertEquals(PaymentStatus.PENDING, payment(gone).status());
        assertEquals(Errand.What.CLOSE, errand(gone, GONE));
        gone.when(ANN.at(GONE + 1).report(1, DECLINED)).then(ANN.at(GONE + 1).declined(1));
        assertEquals(EXPIRED, booking(gone).status());
    }

    @Test
    void money_that_comes_late_takes_the_places_again_if_they_are_free() {
        Scenario late =
                opened().and(expired(GONE, 1))
                        .when(ANN.at(GONE + 9).report(1, SUCCEEDED))
                        .then(ANN.at(GONE + 9).taken(1), ANN.at(GONE + 9).settled(1));

        assertEquals(CONFIRMED, booking(late).status());
        late.when(Person.BOB.at(GONE + 9).hold(1)).thenRefused(SEAT_UNAVAILABLE, 1);
    }

    @Test
    void it_does_so_also_where_nobody_has_written_down_that_they_are_free() {
        long at = GONE + 9;
        opened().when(ANN.at(at).report(1, SUCCEEDED))
                .then(expiredIn(at), ANN.at(at).taken(1), ANN.at(at).settled(1));
    }

    @Test
    void else_it_goes_back() {
        long at = GONE + 9;
        Scenario late =
                opened().and(expired(GONE, 1), Person.BOB.at(GONE).held(1))
                        .when(ANN.at(at).report(1, SUCCEEDED))
                        .then(ANN.at(at).taken(1), ANN.at(at).settled(1, REFUNDED));

        assertEquals(REFUNDED, booking(late).status());
        assertEquals(PaymentStatus.REFUNDING, payment(late).status());
        assertEquals(Errand.What.REFUND, errand(late, at));
        late.when(ANN.at(at + 5).report(1, REFUNDED_THERE)).then(ANN.at(at + 5).refunded(1));
        assertEquals(PaymentStatus.REFUNDED, payment(late).status());
        assertEquals(BookingStatus.REFUNDED, booking(late).status());
    }

    @Test
    void it_goes_back_too_where_he_has_as_many_seats_as_he_may() {
        long at = GONE + 9;
        Person ann = Person.ANN.at(GONE);
        opened().and(expired(GONE, 1), ann.held(2, 3), ann.reserved(2, 3), ann.held(4, 5))
                .when(ANN.at(at).report(1, SUCCEEDED))
                .then(ANN.at(at).taken(1), ANN.at(at).settled(1, REFUNDED));
    }

    @Test
    void who_cancelled_gets_his_money_back_if_he_paid_all_the_same() {
        Scenario cancelled =
                opened().when(ANN.at(3000).cancel(1))
                        .then(ANN.at(3000).ended(1, BookingStatus.CANCELLED));

        assertEquals(Errand.What.CLOSE, errand(cancelled, 3000));
        assertEquals(NOON + 18_000, cancelled.office().deadlineMillis());
        cancelled
                .when(ANN.at(4000).report(1, SUCCEEDED))
                .then(ANN.at(4000).taken(1), ANN.at(4000).settled(1, REFUNDED));
    }

    @Test
    void what_was_cancelled_before_it_was_opened_is_opened_to_be_closed() {
        Scenario cancelled = begun().and(ANN.at(3000).ended(1, BookingStatus.CANCELLED));

        assertEquals(Errand.What.OPEN, errand(cancelled, 3000));
        cancelled.when(ANN.at(3001).report(1, OPENED)).then(ANN.at(3001).opened(1));
        assertEquals(Errand.What.CLOSE, errand(cancelled, 3001));
        assertEquals(NOON + 18_001, cancelled.office().deadlineMillis());
    }

    @Test
    void a_success_after_a_failure_is_money_too() {
        opened().and(ANN.at(2000).declined(1), ANN.at(2000).settled(1, FAILED))
                .when(ANN.at(2500).report(1, SUCCEEDED))
                .then(ANN.at(2500).taken(1), ANN.at(2500).settled(1));
    }

    @Test
    void who_paid_for_an_event_that_is_cancelled_gets_his_money_back() {
        Scenario paid =
                opened().and(ANN.at(2000).taken(1), ANN.at(2000).settled(1))
                        .and(ORGANIZER.at(3000).changed(CANCELLED));

        assertEquals(REFUNDED, booking(paid).status());
        assertEquals(Errand.What.REFUND, errand(paid, 3000));
        Scenario paying = opened().and(ORGANIZER.at(3000).changed(CANCELLED));
        paying.when(ANN.at(3100).report(1, SUCCEEDED))
                .then(ANN.at(3100).taken(1), ANN.at(3100).settled(1, REFUNDED));
    }

    @Test
    void money_that_the_gateway_gave_back_by_itself_takes_the_booking_with_it() {
        Scenario paid = opened().and(ANN.at(2000).taken(1), ANN.at(2000).settled(1));
        paid.when(ANN.at(9000).report(1, REFUNDED_THERE))
                .then(ANN.at(9000).settled(1, REFUNDED), ANN.at(9000).refunded(1));

        paid.when(Person.BOB.at(9000).hold(1)).then(Person.BOB.at(9000).held(1));
        opened().when(ANN.at(9000).report(1, REFUNDED_THERE)).thenUnchanged();
    }

    @Test
    void facts_of_payments_that_contradict_what_is_true_are_refused() {
        corrupt(booked(), ANN.opened(1));
        corrupt(begun(), ANN.at(1000).started(1));
        corrupt(begun(), ANN.refunded(1));
        corrupt(opened(), ANN.opened(1));
        corrupt(opened(), ANN.at(2000).settled(1));
        Scenario paid = opened().and(ANN.at(2000).taken(1), ANN.at(2000).settled(1));
        corrupt(paid, ANN.at(2000).taken(1));
        corrupt(paid, ANN.at(2000).declined(1));
        Scenario cancelled = opened().and(ANN.at(2000).ended(1, BookingStatus.CANCELLED));
        cancelled.office().apply(ANN.at(2000).taken(1));
        corrupt(cancelled, ANN.at(2000).settled(1));
    }

    private static void corrupt(Scenario scenario, Fact fact) {
        BoxOffice office = scenario.office();
        assertThrows(CorruptHistory.class, () -> office.apply(fact));
    }

    private static Scenario booked() {
        return givenEvent(EVENT, Person.ANN.held(1), ANN.made(ASKED, PRICE, 1));
    }

    private static Scenario begun() {
        return booked().and(ANN.at(1000).started(1));
    }

    private static Scenario opened() {
        return begun().and(ANN.at(1500).opened(1));
    }

    /// The booking ran out, as it is written on the way to something else.
    private static Fact expiredIn(long millis) {
        return expired(millis, 1);
    }

    private static Booking booking(Scenario scenario) {
        return scenario.office().bookings().known(id(1));
    }

    private static Payment payment(Scenario scenario) {
        return Objects.requireNonNull(booking(scenario).payment());
    }

    private static Errand.What errand(Scenario scenario, long millis) {
        return Objects.requireNonNull(Errand.of(EVENT, booking(scenario), NOON + millis)).what();
    }
}
