package usher.server.dialect;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventDetails;
import usher.domain.event.Policy;
import usher.domain.holding.HoldSeats;
import usher.domain.plan.Plan;
import usher.domain.selling.BookingId;
import usher.domain.selling.ReserveSeats;
import usher.engine.Ask;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.Settings;
import usher.server.http.Asker;
import usher.server.http.Bodies;
import usher.server.http.Counter;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.http.Ids;
import usher.server.http.NewEvents;
import usher.server.http.SeatLists;
import usher.server.security.Caller;

/// The API of the event-management-service document, to the letter of its OpenAPI.
///
/// Events have 10 to 1000 seats; the document knows no limit of seats per user. A seat that
/// cannot be held or reserved by the caller is its 404. Answers are JSON whatever the caller
/// accepts: the document has no answer for whoever accepts something else.
@Path("/v1alpha1/events")
@Singleton
@NonBlocking
public final class EventManagementResource {

    private static final int SEATS_MIN = 10;
    private static final int SEATS_MAX = 1000;

    private final Counter counter;
    private final SeatLists lists;
    private final NewEvents newEvents;
    private final EventManagementFace face;
    private final Policy policy;

    EventManagementResource(
            Counter counter,
            SeatLists lists,
            NewEvents newEvents,
            EventManagementFace face,
            Settings settings) {
        this.counter = counter;
        this.lists = lists;
        this.newEvents = newEvents;
        this.face = face;
        Policy defaults = newEvents.defaults();
        int holdSeconds = settings.maxEventSeatHoldTimeInS().orElse(defaults.holdSeconds());
        this.policy =
                new Policy(holdSeconds, defaults.refreshesMax(), 0, 0, defaults.bookingMinutes());
    }

    @POST
    public @Nullable Response createEvent(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Asker asker = Asker.of(caller, context);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    NewEvents.Draft draft = read(body);
                    exchange.ask(
                            StreamId.CATALOG,
                            at ->
                                    new ListEvent(
                                            asker.at(at),
                                            draft.definition(newEvents.newId(at), at)),
                            EventManagementResource::created);
                });
        return null;
    }

    @GET
    @Path("{eventId}/seats")
    public @Nullable Response getAvailableSeatsByEvent(@PathParam("eventId") EventId event) {
        lists.show(event, AvailableSeats.INSTANCE, null, face);
        return null;
    }

    @POST
    @Path("{eventId}/seats/{seatId}/hold")
    public @Nullable Response holdEventSeatForUser(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        Asker asker = Asker.of(caller, context);
        ask(event, at -> new HoldSeats(asker.at(at), seats, 0));
        return null;
    }

    @POST
    @Path("{eventId}/seats/{seatId}/reserve")
    public @Nullable Response reserveEventSeatForUser(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        Asker asker = Asker.of(caller, context);
        BookingId booking = new BookingId(UUID.randomUUID());
        ask(event, at -> new ReserveSeats(asker.at(at), seats, booking));
        return null;
    }

    private void ask(EventId event, Ask ask) {
        counter.open(face).ask(StreamId.of(event), ask, (_, _) -> Response.noContent().build());
    }

    /// What cannot be read as a JSON object is the document's 400, and a field that is missing or
    /// wrong its 422: it lists both for this call, and that is how
    /// [RFC 9110, 15.5.21](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.21) tells them
    /// apart.
    /// Fields that the document does not name are ignored, and so is the Content-Type, for which
    /// the document has no answer.
    private NewEvents.Draft read(byte[] body) {
        Fields fields = Fields.of(body);
        String name = fields.text("name", EventDetails.NAME_LENGTH_MAX);
        int numberOfSeats = fields.integer("numberOfSeats", SEATS_MIN, SEATS_MAX);
        fields.doneIgnoringUnknown();
        return new NewEvents.Draft(EventDetails.of(name, policy), Plan.plain(numberOfSeats));
    }

    private static Response created(Answer answer, JsonBytes json) {
        EventDefinition event = ((Answer.Listed) answer).event();
        json.beginObject();
        json.field("id").value(event.id().value());
        json.field("name").value(event.details().name());
        json.field("totalSeats").value(event.totalSeats());
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json.endObject().toByteArray())
                .build();
    }
}
