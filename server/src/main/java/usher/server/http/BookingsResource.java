package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.UserId;
import usher.domain.selling.BookingId;
import usher.domain.selling.CancelBooking;
import usher.engine.Result;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.limits.CodeTries;
import usher.server.people.Contact;
import usher.server.people.PeopleDesk;
import usher.server.people.Person;
import usher.server.security.Caller;

/// Bookings: make one, look at mine, call one off.
@Path("/v1/bookings")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class BookingsResource {

    private final Counter counter;
    private final BookingFinder finder;
    private final Clock clock;
    private final CodeTries tries;
    private final PeopleDesk desk;
    private final V1 face;

    BookingsResource(
            Counter counter,
            BookingFinder finder,
            Clock clock,
            CodeTries tries,
            PeopleDesk desk,
            V1 face) {
        this.counter = counter;
        this.finder = finder;
        this.clock = clock;
        this.tries = tries;
        this.desk = desk;
        this.face = face;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response make(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face).tierIn("tickets");
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    NewBooking wanted = NewBooking.read(body);
                    Asker asker = Asker.of(caller, context, body);
                    BookingId given = wanted.id();
                    BookingId id = given == null ? new BookingId(UUID.randomUUID()) : given;
                    Consumer<Result> tried =
                            tries.begin(wanted.code(), wanted.event(), caller, context);
                    keepContact(
                            exchange,
                            wanted,
                            id,
                            asker.user(),
                            kept -> make(exchange, wanted, id, asker, tried.andThen(kept)));
                });
        return null;
    }

    /// Goes on with `then` when it is on the disk whom the booking is for, if anybody says so. What
    /// `then` gets is to be told how the booking ended.
    private void keepContact(
            Exchange exchange,
            NewBooking wanted,
            BookingId id,
            UserId user,
            Consumer<Consumer<Result>> then) {
        Person person = wanted.person();
        if (person == null) {
            then.accept(_ -> {});
        } else {
            long now = clock.nowMillis();
            desk.keep(new Contact(wanted.event(), id, user, person, now), exchange, then);
        }
    }

    private static void make(
            Exchange exchange,
            NewBooking wanted,
            BookingId id,
            Asker asker,
            Consumer<Result> ended) {
        exchange.ask(
                StreamId.of(wanted.event()),
                at -> wanted.command(id, asker, at),
                BookingsResource::made,
                ended);
    }

    @GET
    public @Nullable Response mine(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        BookingPage page = BookingPage.of(cursor, limit);
        long now = clock.nowMillis();
        Exchange exchange = counter.open(face);
        finder.fill(
                page,
                exchange,
                caller.user(),
                () -> exchange.render(json -> page.render(now, json)));
        return null;
    }

    @GET
    @Path("{bookingId}")
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("bookingId") String bookingId) {
        BookingId id = id(bookingId);
        long now = clock.nowMillis();
        Exchange exchange = counter.open(face);
        finder.find(
                exchange,
                id,
                booking -> booking.user().equals(caller.user()),
                found ->
                        exchange.render(
                                json ->
                                        Shapes.booking(json, found.event(), found.booking().at(now))
                                                .toByteArray()));
        return null;
    }

    @POST
    @Path("{bookingId}/cancel")
    public @Nullable Response cancel(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("bookingId") String bookingId,
            @Context RoutingContext context) {
        return callOff(caller, id(bookingId), context, false);
    }

    /// For organizers: in `dev` that is everybody.
    @POST
    @Path("{bookingId}/refund")
    public @Nullable Response refund(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("bookingId") String bookingId,
            @Context RoutingContext context) {
        return callOff(caller, id(bookingId), context, true);
    }

    private @Nullable Response callOff(
            Caller caller, BookingId id, RoutingContext context, boolean byOrganizer) {
        Exchange exchange = counter.open(face);
        Bodies.readNone(
                context,
                exchange,
                body -> {
                    Asker asker = Asker.of(caller, context, body);
                    finder.find(
                            exchange,
                            id,
                            booking -> byOrganizer || booking.user().equals(caller.user()),
                            found ->
                                    exchange.askUrgently(
                                            StreamId.of(found.event().id()),
                                            at -> new CancelBooking(asker.at(at), id, byOrganizer),
                                            BookingsResource::theBooking));
                });
        return null;
    }

    /// The id of a booking in a path.
    ///
    /// @throws Problem if it is none
    static BookingId id(String text) {
        return new BookingId(Ids.uuid(text, BookingFinder::noBooking));
    }

    private static Object theBooking(Answer answer, JsonBytes json) {
        Answer.Booked booked = (Answer.Booked) answer;
        return Shapes.booking(json, booked.event(), booked.booking()).toByteArray();
    }

    private static Object made(Answer answer, JsonBytes json) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/bookings/" + ((Answer.Booked) answer).booking().id())
                .entity(theBooking(answer, json))
                .build();
    }
}
