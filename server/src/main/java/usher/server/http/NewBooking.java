package usher.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.access.CodeHash;
import usher.domain.selling.BookingId;
import usher.domain.selling.MakeBooking;
import usher.domain.selling.Tickets;
import usher.server.people.Person;

/// What the body of `POST /v1/bookings` asks for: held seats, quantities of tiers, or both.
///
/// @param id the client's; null: it has none
/// @param asked a hash of the places, whatever their order
/// @param person whom it is for; null: nobody says
record NewBooking(
        EventId event,
        @Nullable BookingId id,
        SeatSet seats,
        List<Tickets> tickets,
        @Nullable CodeHash code,
        long asked,
        @Nullable Person person) {

    private static final EventId NO_EVENT = new EventId(new UUID(0x7000, Long.MIN_VALUE));

    /// @throws Problem naming each field that is wrong
    static NewBooking read(byte[] body) {
        Fields fields = Fields.of(body);
        BookingId id = fields.has("id") ? new BookingId(fields.uuid("id")) : null;
        EventId event = event(fields);
        SeatSet seats = seats(fields, event);
        List<Tickets> tickets = tickets(fields.optionalObject("tickets"));
        CodeHash code = GivenCode.read(fields, event);
        Fields contact = fields.optionalObject("contact");
        Person person = contact == null ? null : Person.read(contact);
        if (seats.isEmpty() && tickets.isEmpty() && fields.isFine()) {
            fields.wrong("seats", "must name held seats, unless tickets ask for quantities");
        }
        int all = seats.size() + tickets.stream().mapToInt(Tickets::quantity).sum();
        if (all > MakeBooking.PLACES_MAX && fields.isFine()) {
            fields.wrong("tickets", "make %d places in all; 1000 at most".formatted(all));
        }
        fields.done();
        String places = seats + " " + tickets;
        long asked = Sha256.of(places.getBytes(StandardCharsets.UTF_8)).getLong();
        return new NewBooking(event, id, seats, tickets, code, asked, person);
    }

    /// The command that asks for it, but for its cause.
    MakeBooking command(BookingId made, Asker asker, long atMillis) {
        return new MakeBooking(asker.at(atMillis), made, seats, tickets, code, asked);
    }

    /// Of an event that nobody knows there is no telling which seats are its.
    private static SeatSet seats(Fields fields, EventId event) {
        boolean areNamed = fields.has("seats") && !event.equals(NO_EVENT);
        return areNamed ? SeatIds.read(fields, event, MakeBooking.PLACES_MAX) : SeatSet.none();
    }

    private static EventId event(Fields fields) {
        UUID id = fields.uuid("eventId");
        boolean isEvent = EventId.isSeatOrEvent(id) && EventId.numberIn(id) == 0;
        if (isEvent) return new EventId(id);
        if (fields.isFine()) fields.wrong("eventId", "must be the id of an event");
        return NO_EVENT;
    }

    /// By the names of the tiers, whatever their order in the body.
    private static List<Tickets> tickets(@Nullable Fields quantities) {
        List<Tickets> tickets = new ArrayList<>();
        if (quantities == null) return tickets;
        for (String tier : quantities.names()) {
            tickets.add(new Tickets(tier, quantities.integer(tier, 1, MakeBooking.PLACES_MAX)));
        }
        tickets.sort(Comparator.comparing(Tickets::tier));
        return tickets;
    }
}
