package usher.server.tickets;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import usher.domain.selling.BookingStatus;
import usher.server.http.BookingFinder.Found;
import usher.server.http.Problem;
import usher.server.http.ProblemType;

/// Issues the tickets of bookings, and knows them again. Thread-safe.
@Singleton
public final class TicketOffice {

    private final TicketCodes codes;

    TicketOffice(TicketCodes codes) {
        this.codes = codes;
    }

    /// Every ticket of `order`, by seat number. Takes a tenth of a millisecond each.
    ///
    /// @throws Problem if it is not confirmed
    public List<Ticket> issue(Found order) {
        if (order.booking().status() != BookingStatus.CONFIRMED) {
            String status = order.booking().status().name().toLowerCase(Locale.ROOT);
            throw new Problem(
                    ProblemType.BOOKING_NOT_CONFIRMED,
                    "The booking is %s: only confirmed ones have tickets.".formatted(status));
        }
        List<Ticket> tickets = new ArrayList<>();
        for (int seat : order.booking().seats().toArray()) {
            TicketClaim claim = new TicketClaim(order.event().id(), seat, order.booking().id());
            tickets.add(ticket(codes.write(claim), order, seat));
        }
        return tickets;
    }

    /// The ticket with this code, which says `claim`.
    ///
    /// @param order its booking; empty: there is none
    /// @throws Problem if there is no such place in the booking
    static Ticket known(String code, TicketClaim claim, Optional<Found> order) {
        return order.filter(found -> found.booking().seats().contains(claim.seat()))
                .map(found -> ticket(code, found, claim.seat()))
                .orElseThrow(TicketCodes::noTicket);
    }

    private static Ticket ticket(String code, Found order, int seat) {
        return new Ticket(code, order.event(), order.now(), order.booking(), seat);
    }
}
