package usher.domain;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.access.CodeHash;
import usher.domain.plan.Money;
import usher.domain.selling.BookingConfirmed;
import usher.domain.selling.BookingEnded;
import usher.domain.selling.BookingId;
import usher.domain.selling.BookingMade;
import usher.domain.selling.BookingStatus;
import usher.domain.selling.BookingsExpired;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.CheckInTicket;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PayBooking;
import usher.domain.selling.Payment;
import usher.domain.selling.PaymentFailed;
import usher.domain.selling.PaymentOpened;
import usher.domain.selling.PaymentRefunded;
import usher.domain.selling.PaymentReport;
import usher.domain.selling.PaymentStarted;
import usher.domain.selling.PaymentSucceeded;
import usher.domain.selling.ReportPayment;
import usher.domain.selling.StartPayment;
import usher.domain.selling.TicketCheckedIn;
import usher.domain.selling.Tickets;

/// Somebody at a moment who books, and the facts that come of it. Bookings are called by numbers.
///
/// @param millis counted from [Scenario#NOON]
record Buyer(Person person, long millis) {

    static final long BOOKING_MILLIS = 5 * 60_000;

    private static final String GATEWAY = "gateway";

    static final PaymentReport.Opened OPENED =
            new PaymentReport.Opened("ref-1", "https://pay.example/1");

    static Buyer of(Person person) {
        return new Buyer(person, person.millis());
    }

    static BookingId id(int number) {
        return new BookingId(new UUID(7, number));
    }

    private static UUID payment(int number) {
        return new UUID(8, number);
    }

    Buyer at(long millisAfterNoon) {
        return of(person.at(millisAfterNoon));
    }

    MakeBooking book(int number, int... seats) {
        return ask(number, seats, null);
    }

    MakeBooking book(int number, Tickets... tickets) {
        return ask(number, new int[0], null, tickets);
    }

    MakeBooking ask(int number, int[] seats, @Nullable CodeHash code, Tickets... tickets) {
        List<Tickets> wanted = List.of(tickets);
        long asked = 31L * Arrays.hashCode(seats) + wanted.hashCode();
        return new MakeBooking(cause(), id(number), SeatSet.of(seats), wanted, code, asked);
    }

    /// The fact that `command` makes, of these seats.
    BookingMade made(MakeBooking command, @Nullable Money amount, int... seats) {
        return new BookingMade(
                cause(),
                command.booking(),
                person.user(),
                SeatSet.of(seats),
                amount,
                command.asked(),
                Scenario.NOON + millis + BOOKING_MILLIS);
    }

    PayBooking pay(int number, boolean succeeds) {
        return new PayBooking(cause(), id(number), payment(number), succeeds);
    }

    /// Begins to pay at a gateway that is not here.
    StartPayment start(int number) {
        return new StartPayment(cause(), id(number), payment(number), GATEWAY);
    }

    PaymentStarted started(int number) {
        return new PaymentStarted(cause(), id(number), payment(number), GATEWAY);
    }

    /// What the gateway says at this moment.
    ReportPayment report(int number, PaymentReport report) {
        return new ReportPayment(system(), id(number), payment(number), report);
    }

    PaymentOpened opened(int number) {
        return new PaymentOpened(
                system(), id(number), payment(number), OPENED.reference(), OPENED.checkoutUrl());
    }

    /// The gateway has the money.
    PaymentSucceeded taken(int number) {
        return new PaymentSucceeded(system(), id(number), payment(number), GATEWAY);
    }

    /// The gateway will not have the money.
    PaymentFailed declined(int number) {
        return new PaymentFailed(system(), id(number), payment(number), GATEWAY);
    }

    PaymentRefunded refunded(int number) {
        return new PaymentRefunded(system(), id(number), payment(number));
    }

    /// The booking is confirmed, or ends, since the gateway said so.
    BookingConfirmed settled(int number) {
        return new BookingConfirmed(system(), id(number));
    }

    BookingEnded settled(int number, BookingStatus status) {
        return new BookingEnded(system(), id(number), status);
    }

    PaymentSucceeded paid(int number) {
        return new PaymentSucceeded(cause(), id(number), payment(number), Payment.SIMULATED);
    }

    PaymentFailed notPaid(int number) {
        return new PaymentFailed(cause(), id(number), payment(number), Payment.SIMULATED);
    }

    BookingConfirmed confirmed(int number) {
        return new BookingConfirmed(cause(), id(number));
    }

    CancelBooking cancel(int number) {
        return new CancelBooking(cause(), id(number), false);
    }

    CancelBooking callOff(int number) {
        return new CancelBooking(cause(), id(number), true);
    }

    BookingEnded ended(int number, BookingStatus status) {
        return new BookingEnded(cause(), id(number), status);
    }

    CheckInTicket checkIn(int number, int seat) {
        return new CheckInTicket(cause(), id(number), seat);
    }

    TicketCheckedIn checkedIn(int number, int seat) {
        return new TicketCheckedIn(cause(), id(number), seat);
    }

    static BookingsExpired expired(long millisAfterNoon, int... numbers) {
        List<BookingId> ids = Arrays.stream(numbers).mapToObj(Buyer::id).toList();
        return new BookingsExpired(Scenario.system(millisAfterNoon), ids);
    }

    private Cause cause() {
        return person.cause();
    }

    private Cause system() {
        return Scenario.system(millis);
    }
}
