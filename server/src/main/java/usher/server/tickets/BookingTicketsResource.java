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
import usher.domain.selling.BookingId;
import usher.server.http.BookingFinder;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Ids;
import usher.server.http.V1;
import usher.server.language.Language;
import usher.server.security.Caller;

/// All tickets of a booking, for whoever made it.
@Path("/v1/bookings/{bookingId}/tickets")
@Singleton
@NonBlocking
public final class BookingTicketsResource {

    private final Counter counter;
    private final BookingFinder finder;
    private final BookingTickets tickets;
    private final V1 face;

    BookingTicketsResource(Counter counter, BookingFinder finder, BookingTickets tickets, V1 face) {
        this.counter = counter;
        this.finder = finder;
        this.tickets = tickets;
        this.face = face;
    }

    @GET
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("bookingId") String bookingId,
            @HeaderParam("Accept-Language") @Nullable String languages,
            @Context Request request) {
        BookingId id = new BookingId(Ids.uuid(bookingId, BookingFinder::noBooking));
        TicketFormat format = TicketFormat.liked(request, TicketFormat.OF_MANY);
        Exchange exchange = counter.open(face);
        finder.find(
                exchange,
                id,
                booking -> booking.user().equals(caller.user()),
                found -> tickets.show(exchange, found, format, Language.liked(languages)));
        return null;
    }
}
