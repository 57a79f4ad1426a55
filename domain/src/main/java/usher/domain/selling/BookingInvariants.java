package usher.domain.selling;

import static usher.domain.BrokenInvariant.unless;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import usher.domain.plan.Money;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatTable;

/// What must hold of bookings, their places and their money between two entries.
public final class BookingInvariants {

    private final Bookings bookings;
    private final SeatTable seats;
    private final BookingDesk desk;
    private final Set<Integer> taken = new HashSet<>();
    private int pendingSeats;

    public BookingInvariants(Bookings bookings, SeatTable seats, BookingDesk desk) {
        this.bookings = bookings;
        this.seats = seats;
        this.desk = desk;
    }

    /// Insists that money equals places: whoever paid has all his places or his money back, and no
    /// place is in two live bookings.
    ///
    /// @throws usher.domain.BrokenInvariant if it does not hold; it names the booking
    public void check() {
        bookings.all().forEach(this::check);
        unless(
                bookings.pendingSeats() == pendingSeats,
                "%d seats are in pending bookings, and %d noted",
                pendingSeats,
                bookings.pendingSeats());
    }

    private void check(Booking booking) {
        Money price = desk.price(booking.seats());
        unless(
                booking.isReserved() || Objects.equals(booking.amount(), price),
                "booking %s costs %s, and its places %s",
                booking.id(),
                String.valueOf(booking.amount()),
                String.valueOf(price));
        checkErrand(booking);
        switch (booking.status()) {
            case PENDING -> checkPending(booking);
            case CONFIRMED -> checkConfirmed(booking);
            case FAILED, EXPIRED, CANCELLED, REFUNDED -> checkOver(booking);
        }
    }

    private void checkPending(Booking booking) {
        unless(!booking.isPaid(), "booking %s is paid and pending", booking.id());
        booking.seats()
                .forEach(
                        seat -> {
                            SeatRecord record = seats.get(seat);
                            boolean isKept =
                                    record.isHeldBy(booking.user(), booking.madeAtMillis())
                                            && record.untilMillis() == booking.keptUntilMillis()
                                            && booking.id().equals(bookings.pendingAt(seat));
                            unless(
                                    isKept,
                                    "seat %d of booking %s is %s",
                                    seat,
                                    booking.id(),
                                    record);
                            take(booking, seat);
                        });
        pendingSeats += booking.seats().size();
    }

    private void checkConfirmed(Booking booking) {
        unless(
                booking.isFree() || booking.isPaid(),
                "booking %s is confirmed and not paid",
                booking.id());
        booking.seats()
                .forEach(
                        seat -> {
                            SeatRecord record = seats.get(seat);
                            boolean isHis = record.isReservedBy(booking.user());
                            unless(
                                    isHis,
                                    "seat %d of booking %s is %s",
                                    seat,
                                    booking.id(),
                                    record);
                            take(booking, seat);
                        });
    }

    private static void checkOver(Booking booking) {
        unless(!booking.isPaid(), "booking %s is over, and its money kept", booking.id());
        Payment payment = booking.payment();
        boolean isBack = payment != null && payment.isGivenBack();
        unless(
                isBack == (booking.status() == BookingStatus.REFUNDED),
                "booking %s is %s, and its payment %s",
                booking.id(),
                booking.status(),
                String.valueOf(payment));
    }

    /// That a gateway is asked, some day, about every payment that is not settled, and no other.
    private static void checkErrand(Booking booking) {
        Payment payment = booking.payment();
        if (payment == null) return;
        unless(
                payment.isUnsettled() == payment.dueMillis() < Long.MAX_VALUE,
                "payment %s of booking %s is due at %d",
                payment,
                booking.id(),
                payment.dueMillis());
    }

    private void take(Booking booking, int seat) {
        unless(taken.add(seat), "seat %d is in booking %s and in another", seat, booking.id());
    }
}
