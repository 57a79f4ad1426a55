package usher.server.door;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;
import usher.domain.selling.BookingId;
import usher.server.http.Clock;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Formats;
import usher.server.http.V1;
import usher.server.people.People;
import usher.server.people.PeopleDesk;
import usher.server.security.Caller;

/// The bookings of an event for whoever runs it: searched, page by page, the newest first.
@Path("/v1/events/{eventId}/bookings")
@Singleton
@NonBlocking
public final class EventBookingsResource {

    private static final int FOUND_BY_NAME_MAX = 1000;

    private final Counter counter;
    private final People people;
    private final PeopleDesk desk;
    private final Clock clock;
    private final V1 face;

    EventBookingsResource(Counter counter, People people, PeopleDesk desk, Clock clock, V1 face) {
        this.counter = counter;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
        this.face = face;
    }

    /// In `dev` everybody is an organizer, but has to say who he is.
    @GET
    @SuppressWarnings("UnusedVariable") // the caller is read to be refused if he is nobody
    public @Nullable Response list(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @QueryParam("status") @Nullable String status,
            @QueryParam("query") @Nullable String query,
            @QueryParam("user") @Nullable String user,
            @QueryParam("seat") @Nullable String seat,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("format") @Nullable String format,
            @Context Request request) {
        boolean isCsv = Formats.isCsv(format, request);
        BookingFilter filter = BookingFilter.read(event, status, query, user, seat);
        BookingsPage page = BookingsPage.of(filter, clock.nowMillis(), cursor, limit);
        Exchange exchange = counter.open(face);
        desk.run(exchange, () -> list(exchange, event, page, isCsv));
        return null;
    }

    private void list(Exchange exchange, EventId event, BookingsPage page, boolean isCsv) {
        page.alsoAdmit(named(event, page.filter()));
        BookingWalk.backwards(
                exchange,
                event,
                page.firstBooking(),
                page,
                end -> desk.run(exchange, () -> answer(exchange, page, end, isCsv)));
    }

    private void answer(Exchange exchange, BookingsPage page, BookingWalk.End end, boolean isCsv) {
        BookingsAnswer answer = new BookingsAnswer(page, end, people);
        Response shown = isCsv ? answer.csv() : answer.json();
        exchange.complete(() -> shown);
    }

    /// The bookings for somebody who is called what is looked for.
    private Set<BookingId> named(EventId event, BookingFilter filter) {
        List<BookingId> found =
                filter.words().isEmpty()
                        ? List.of()
                        : people.search(event, filter.words(), FOUND_BY_NAME_MAX);
        return Set.copyOf(found);
    }
}
