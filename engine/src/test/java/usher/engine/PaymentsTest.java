package usher.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static usher.engine.TestNode.ANN;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import usher.domain.Cause;
import usher.domain.SeatSet;
import usher.domain.event.ChangeStatus;
import usher.domain.event.EventStatus;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.Errand;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.PaymentStatus;
import usher.domain.selling.StartPayment;
import usher.domain.selling.Tickets;
import usher.ledger.Outcome;

/// Gateways are asked what bookings want of them, until they have answered, whatever happens on
/// the way.
class PaymentsTest {

    private static final int BOOKING_MILLIS = 60_000;
    private static final PaymentReport OPENED = new PaymentReport.Opened("ref", "https://pay");
    private static final PaymentReport SUCCEEDED = new PaymentReport.Succeeded();
    private static final PaymentReport FAILED = new PaymentReport.Failed();

    private final HandGateway gateway = new HandGateway();

    @Test
    void a_payment_is_opened_once_it_is_durable_that_somebody_wants_it() {
        TestNode node = TestNode.selling(gateway);
        book(node, 1);
        node.ledger.stopWrites();
        start(node, 1);
        HandLedger.Write write = node.nextWrite();
        assertFalse(gateway.isAsked());

        write.arrive();
        node.run();

        assertEquals(Errand.What.OPEN, gateway.take().errand().what());
    }

    @Test
    void what_the_gateway_says_is_written_down() {
        TestNode node = TestNode.selling(gateway);
        opened(node, 1);

        node.pass(20_000);
        taken(Errand.What.LOOK).answer(SUCCEEDED);
        node.run();

        assertEquals(BookingStatus.CONFIRMED, booking(node, 1).status());
        node.pass(BOOKING_MILLIS);
        assertFalse(gateway.isAsked());
    }

    @Test
    void an_open_payment_is_looked_at_now_and_then_and_closed_when_its_time_is_over() {
        TestNode node = TestNode.selling(gateway);
        opened(node, 1);

        node.pass(20_000);
        taken(Errand.What.LOOK).answerNothingNew();
        node.run();
        node.pass(20_000);
        taken(Errand.What.LOOK).answerNothingNew();
        node.run();
        node.pass(20_000);
        taken(Errand.What.CLOSE).answer(FAILED);
        node.run();

        assertEquals(BookingStatus.FAILED, booking(node, 1).status());
        node.pass(60_000);
        assertFalse(gateway.isAsked());
    }

    @Test
    void who_does_not_answer_is_asked_again() {
        TestNode node = TestNode.selling(gateway);
        book(node, 1);
        start(node, 1);
        for (int i = 0; i < 5; i++) {
            taken(Errand.What.OPEN).fail();
            node.run();
            assertFalse(gateway.isAsked());
            node.pass(16_000);
        }
        taken(Errand.What.OPEN).answer(OPENED);
        node.run();

        assertEquals("ref", booking(node, 1).payment().reference());
    }

    @Test
    void what_the_ledger_refuses_to_take_is_asked_for_again() {
        TestNode node = TestNode.selling(gateway);
        book(node, 1);
        start(node, 1);
        node.ledger.stopWrites();
        taken(Errand.What.OPEN).answer(OPENED);
        node.nextWrite().endAs(new Outcome.Unavailable("the disk is full"));
        node.ledger.letWrites();
        node.pass(2_000);

        taken(Errand.What.OPEN).answer(OPENED);
        node.run();

        assertEquals("ref", booking(node, 1).payment().reference());
    }

    @Test
    void a_crash_before_the_gateway_was_asked_is_made_up_for() {
        TestNode dead = TestNode.selling(gateway);
        book(dead, 1);
        start(dead, 1);
        taken(Errand.What.OPEN);

        TestNode node = dead.another();
        node.pass(17_000);

        taken(Errand.What.OPEN).answer(OPENED);
        node.run();
        assertEquals("ref", booking(node, 1).payment().reference());
    }

    @Test
    void a_crash_between_payment_and_confirmation_ends_in_confirmed() {
        TestNode dead = TestNode.selling(gateway);
        opened(dead, 1);

        TestNode node = dead.another();
        node.pass(BOOKING_MILLIS + 1_100);
        taken(Errand.What.CLOSE).answer(SUCCEEDED);
        node.run();

        assertEquals(BookingStatus.CONFIRMED, booking(node, 1).status());
    }

    @Test
    void a_cancelled_booking_is_closed_at_once_and_given_back_if_it_was_paid() {
        TestNode node = TestNode.selling(gateway);
        opened(node, 1);
        node.ask(TestNode.STREAM, true, at -> new CancelBooking(cause(at), id(1), false));
        node.run();

        taken(Errand.What.CLOSE).answer(SUCCEEDED);
        node.run();
        assertEquals(PaymentStatus.REFUNDING, booking(node, 1).payment().status());
        taken(Errand.What.REFUND).answer(new PaymentReport.Refunded());
        node.run();

        assertEquals(PaymentStatus.REFUNDED, booking(node, 1).payment().status());
        assertEquals(BookingStatus.REFUNDED, booking(node, 1).status());
    }

    @Test
    void everybody_who_paid_for_an_event_that_is_cancelled_gets_his_money_back() {
        TestNode node = TestNode.selling(gateway);
        for (int i = 1; i <= 3; i++) paid(node, i);
        node.ask(TestNode.STREAM, false, at -> new ChangeStatus(cause(at), EventStatus.CANCELLED));
        node.run();

        for (int i = 1; i <= 3; i++) taken(Errand.What.REFUND).answer(new PaymentReport.Refunded());
        node.run();

        for (int i = 1; i <= 3; i++) {
            assertEquals(PaymentStatus.REFUNDED, booking(node, i).payment().status());
        }
    }

    @Test
    void no_more_questions_are_on_their_way_than_may_be() {
        TestNode node = TestNode.selling(gateway);
        for (int i = 1; i <= 70; i++) {
            book(node, i);
            start(node, i);
        }
        assertEquals(64, gateway.waiting());
        for (int i = 1; i <= 70; i++) {
            taken(Errand.What.OPEN).answer(OPENED);
            node.run();
        }
        assertFalse(gateway.isAsked());
    }

    @Test
    void a_gateway_that_says_the_same_for_ever_is_not_asked_without_a_pause() {
        TestNode node = TestNode.selling(gateway);
        paid(node, 1);
        node.ask(TestNode.STREAM, true, at -> new CancelBooking(cause(at), id(1), true));
        node.run();
        taken(Errand.What.REFUND).answer(SUCCEEDED);
        node.run();
        assertFalse(gateway.isAsked());
        node.pass(2_000);

        taken(Errand.What.REFUND).answer(new PaymentReport.Refunded());
        node.run();
        assertEquals(PaymentStatus.REFUNDED, booking(node, 1).payment().status());
    }

    @Test
    void two_nodes_that_both_ask_write_one_answer() {
        TestNode first = TestNode.sellingShared(gateway);
        TestNode second = first.another();
        opened(first, 1);
        first.pass(BOOKING_MILLIS, second);
        first.pass(3_000, second);
        assertTrue(gateway.isAsked());
        while (gateway.isAsked()) {
            gateway.take().answer(SUCCEEDED);
            first.pass(100, second);
        }

        assertEquals(BookingStatus.CONFIRMED, booking(first, 1).status());
        assertEquals(BookingStatus.CONFIRMED, booking(second, 1).status());
    }

    private void paid(TestNode node, int number) {
        opened(node, number);
        node.pass(20_000);
        taken(Errand.What.LOOK).answer(SUCCEEDED);
        node.run();
    }

    private void opened(TestNode node, int number) {
        book(node, number);
        start(node, number);
        taken(Errand.What.OPEN).answer(OPENED);
        node.run();
    }

    private HandGateway.Asked taken(Errand.What what) {
        assertTrue(gateway.isAsked(), "nothing is asked");
        HandGateway.Asked asked = gateway.take();
        assertEquals(what, asked.errand().what());
        return asked;
    }

    private static void book(TestNode node, int number) {
        Told told =
                node.ask(
                        TestNode.STREAM,
                        false,
                        at ->
                                new MakeBooking(
                                        cause(at),
                                        id(number),
                                        SeatSet.none(),
                                        List.of(new Tickets("Stalls", 1)),
                                        null,
                                        number));
        node.run();
        told.answer();
    }

    private static void start(TestNode node, int number) {
        node.ask(
                TestNode.STREAM,
                true,
                at -> new StartPayment(cause(at), id(number), new UUID(2, number), "hand"));
        node.run();
    }

    private static Booking booking(TestNode node, int number) {
        return node.look(office -> office.bookings().known(id(number)));
    }

    private static BookingId id(int number) {
        return new BookingId(new UUID(1, number));
    }

    private static Cause cause(long at) {
        return Cause.of(at, ANN, "test");
    }
}
