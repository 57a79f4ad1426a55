package usher.server.tickets;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.selling.BookingId;
import usher.server.http.BookingFinder;
import usher.server.http.BookingFinder.Found;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Ids;
import usher.server.http.V1;
import usher.server.language.Language;
import usher.server.security.Caller;

/// All tickets of anybody's booking at an event, for whoever runs it: to print them again.
@Path("/v1/events/{eventId}/bookings/{bookingId}/tickets")
@Singleton
@NonBlocking
public final class EventTicketsResource {

    private final Counter counter;
    private final BookingTickets tickets;
    private final V1 face;

    EventTicketsResource(Counter counter, BookingTickets tickets, V1 face) {
        this.counter = counter;
        this.tickets = tickets;
        this.face = face;
    }

    /// In `dev` everybody is an organizer, but has to say who he is.
    @GET
    @SuppressWarnings("UnusedVariable") // the caller is read to be refused if he is nobody
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("bookingId") String bookingId,
            @HeaderParam("Accept-Language") @Nullable String languages,
            @Context Request request) {
        BookingId id = new BookingId(Ids.uuid(bookingId, BookingFinder::noBooking));
        TicketFormat format = TicketFormat.liked(request, TicketFormat.OF_MANY);
        Language language = Language.liked(languages);
        Exchange exchange = counter.open(face);
        exchange.lookAndGoOn(
                event,
                office -> Found.in(office, id),
                found ->
                        found.ifPresentOrElse(
                                booking -> tickets.show(exchange, booking, format, language),
                                () -> exchange.fail(BookingFinder.noBooking())));
        return null;
    }
}
