package usher.simulation;

import java.util.List;
import java.util.UUID;
import usher.domain.BoxOffice;
import usher.domain.SeatSet;
import usher.domain.StateHash;
import usher.domain.UserId;
import usher.domain.selling.Booking;
import usher.domain.selling.BookingId;
import usher.domain.selling.CancelBooking;
import usher.domain.selling.CheckInTicket;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.PayBooking;
import usher.domain.selling.ReserveSeats;
import usher.domain.selling.StartPayment;
import usher.domain.selling.Tickets;
import usher.ledger.StreamId;

/// What clients want of bookings, by chance.
final class Orders {

    private final Chance chance;

    Orders(Chance chance) {
        this.chance = chance;
    }

    /// A booking of `seats`, of the best of a tier, or of both; now and then under a known id.
    Wish book(StreamId stream, BoxOffice office, SeatSet seats, long body) {
        List<Booking> known = office.bookings().all();
        boolean isKnown = !known.isEmpty() && chance.happens(0.1);
        BookingId id = isKnown ? chance.oneOf(known).id() : new BookingId(uuid());
        List<Tickets> tickets = List.of(new Tickets("Stalls", chance.between(1, 3)));
        SeatSet wanted = chance.happens(0.7) ? seats : SeatSet.none();
        List<Tickets> more = wanted.isEmpty() || chance.happens(0.3) ? tickets : List.<Tickets>of();
        long asked = new StateHash().add(body).add(wanted.hashCode()).add(more.hashCode()).value();
        long sent = new StateHash().add(id.value()).add(asked).value();
        return Wish.of(stream, c -> new MakeBooking(c, id, wanted, more, null, asked), sent, false);
    }

    /// Keeping `seats` for good; every ask for it gives the booking an id of its own, as a server
    /// would. Now and then they are given away.
    Wish reserve(StreamId stream, SeatSet seats, long body) {
        boolean complimentary = chance.happens(0.2);
        long sent = new StateHash().add(body).add(complimentary ? 1 : 0).value();
        return new Wish(
                stream,
                () -> {
                    BookingId id = new BookingId(uuid());
                    return cause -> new ReserveSeats(cause, seats, complimentary, id);
                },
                sent,
                false);
    }

    /// Something about a booking that there is: mostly one of `user`, who asks.
    Wish about(StreamId stream, BoxOffice office, UserId user, long body) {
        List<Booking> his = office.bookings().of(user);
        boolean isAny = his.isEmpty() || chance.happens(0.2);
        List<Booking> known = isAny ? office.bookings().all() : his;
        if (known.isEmpty()) {
            BookingId nobodys = new BookingId(uuid());
            return Wish.of(stream, c -> new CancelBooking(c, nobodys, true), body, true);
        }
        Booking booking = chance.happens(0.7) ? known.getLast() : chance.oneOf(known);
        BookingId id = booking.id();
        int what = chance.below(10);
        long sent = new StateHash().add(id.value()).add(body).add(what).value();
        if (what < 3) {
            UUID payment = uuid();
            long starting = new StateHash().add(sent).add(payment).value();
            return Wish.of(stream, c -> new StartPayment(c, id, payment, "bank"), starting, true);
        }
        if (what < 6) {
            UUID payment = uuid();
            boolean succeeds = chance.happens(0.8);
            long paying = new StateHash().add(sent).add(payment).add(succeeds ? 1 : 0).value();
            return Wish.of(stream, c -> new PayBooking(c, id, payment, succeeds), paying, true);
        }
        if (what < 8) {
            boolean byOrganizer = chance.happens(0.5);
            long calling = new StateHash().add(sent).add(byOrganizer ? 1 : 0).value();
            return Wish.of(stream, c -> new CancelBooking(c, id, byOrganizer), calling, true);
        }
        int seat = booking.seats().get(0);
        return Wish.of(stream, c -> new CheckInTicket(c, id, seat), sent, false);
    }

    private UUID uuid() {
        return new UUID(chance.bits(), chance.bits());
    }
}
