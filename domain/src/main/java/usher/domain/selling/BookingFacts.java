package usher.domain.selling;

import java.util.List;
import usher.domain.Cause;
import usher.domain.CorruptHistory;
import usher.domain.UserId;
import usher.domain.seating.SeatRecord;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.SeatTable;

/// Makes facts about bookings true: a booking and its places change together.
///
/// A fact that contradicts what is true already is a [CorruptHistory].
public final class BookingFacts {

    private final SeatTable seats;
    private final Bookings bookings;

    public BookingFacts(SeatTable seats, Bookings bookings) {
        this.seats = seats;
        this.bookings = bookings;
    }

    public void apply(BookingMade f) {
        if (bookings.find(f.booking()) != null) throw corrupt("is made twice", f.booking());
        long at = f.cause().atMillis();
        f.seats().forEach(seat -> keep(seat, f.user(), at, f.untilMillis()));
        bookings.put(
                new Booking(
                        f.booking(),
                        f.user(),
                        f.seats(),
                        f.amount(),
                        f.asked(),
                        BookingStatus.PENDING,
                        at,
                        f.untilMillis(),
                        null,
                        List.of()));
    }

    public void apply(BookingConfirmed f) {
        Booking booking = known(f.booking());
        long at = f.cause().atMillis();
        if (!booking.isFree() && !booking.isPaid()) throw corrupt("is not paid", f.booking());
        switch (booking.status()) {
            case PENDING -> booking.seats().forEach(seat -> seats.requireHeld(seat, at));
            case EXPIRED, FAILED -> booking.seats().forEach(this::requireFree);
            case CONFIRMED, CANCELLED, REFUNDED -> throw corrupt("is confirmed late", f.booking());
        }
        SeatRecord reserved = SeatRecord.reserved(booking.user(), at);
        booking.seats().forEach(seat -> seats.put(seat, reserved));
        bookings.put(booking.with(BookingStatus.CONFIRMED));
    }

    public void apply(BookingEnded f) {
        end(known(f.booking()), f.status(), f.cause().atMillis());
    }

    public void apply(BookingsExpired f) {
        long at = f.cause().atMillis();
        for (BookingId id : f.bookings()) {
            Booking booking = pending(id);
            booking.seats()
                    .forEach(
                            seat -> {
                                seats.requireOver(seat, at);
                                seats.put(seat, SeatRecord.expired(booking.user()));
                            });
            bookings.put(booking.calledOff(BookingStatus.EXPIRED, at));
        }
    }

    public void apply(TicketCheckedIn f) {
        Booking booking = known(f.booking());
        boolean isGood =
                booking.status() == BookingStatus.CONFIRMED
                        && booking.seats().contains(f.seat())
                        && booking.checkIn(f.seat()) == null;
        if (!isGood) throw corrupt("lets nobody in with seat " + f.seat(), f.booking());
        bookings.put(booking.with(new CheckIn(f.seat(), f.cause().atMillis())));
    }

    public void apply(BookingRestated f) {
        if (bookings.find(f.booking().id()) != null) {
            throw corrupt("is restated twice", f.booking().id());
        }
        bookings.put(f.booking());
    }

    /// The event is cancelled: every live booking is called off, and whoever paid gets his money.
    public void callOff(Cause cause) {
        for (Booking booking : bookings.all()) {
            if (!booking.at(cause.atMillis()).status().isLive()) continue;
            end(booking, booking.endIfCalledOff(), cause.atMillis());
        }
    }

    /// A live booking ends, or money that came for one that is over goes back.
    private void end(Booking booking, BookingStatus status, long atMillis) {
        boolean isLive = booking.status().isLive();
        if (status.isLive() || !(isLive || booking.isPaid())) {
            throw corrupt("is %s and becomes %s".formatted(booking.status(), status), booking.id());
        }
        if (booking.isPaid() != (status == BookingStatus.REFUNDED)) {
            throw corrupt("becomes " + status + ", and its money", booking.id());
        }
        if (isLive) free(booking);
        bookings.put(booking.calledOff(status, atMillis));
    }

    private void free(Booking booking) {
        boolean isPending = booking.status() == BookingStatus.PENDING;
        SeatStatus expected = isPending ? SeatStatus.HELD : SeatStatus.RESERVED;
        booking.seats()
                .forEach(
                        seat -> {
                            seats.require(seat, expected);
                            seats.put(seat, SeatRecord.FREE);
                        });
    }

    private void requireFree(int seat) {
        seats.require(seat, SeatStatus.AVAILABLE);
    }

    private void keep(int seat, UserId user, long atMillis, long untilMillis) {
        if (!seats.has(seat)) throw new CorruptHistory("there is no seat " + seat);
        SeatRecord now = seats.get(seat);
        boolean isHis = now.isHeldBy(user, atMillis) && !bookings.isPending(seat);
        if (!isHis && now.status() != SeatStatus.AVAILABLE) {
            throw new CorruptHistory("seat %d is booked and %s".formatted(seat, now.status()));
        }
        long since = isHis ? now.sinceMillis() : atMillis;
        seats.put(seat, SeatRecord.held(user, since, untilMillis));
    }

    private Booking pending(BookingId id) {
        Booking booking = known(id);
        if (booking.status() != BookingStatus.PENDING) throw corrupt("is " + booking.status(), id);
        return booking;
    }

    private Booking known(BookingId id) {
        Booking booking = bookings.find(id);
        if (booking == null) throw new CorruptHistory("there is no booking " + id);
        return booking;
    }

    private static CorruptHistory corrupt(String what, BookingId booking) {
        return new CorruptHistory("booking %s %s".formatted(booking, what));
    }
}
