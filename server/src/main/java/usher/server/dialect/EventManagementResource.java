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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.Command;
import usher.domain.EventId;
import usher.domain.SeatSet;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.Policy;
import usher.domain.holding.HoldSeats;
import usher.domain.seating.SeatStatus;
import usher.domain.seating.States;
import usher.domain.selling.ReserveSeats;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.Settings;
import usher.server.http.Counter;
import usher.server.http.Fields;
import usher.server.http.Ids;
import usher.server.http.NewEvents;
import usher.server.http.RequestIds;
import usher.server.security.Caller;

/// The API of the event-management-service document, to the letter of its OpenAPI.
///
/// Events have 10 to 1000 seats; the document knows no limit of seats per user. A seat that
/// cannot be held or reserved by the caller is its 404.
@Path("/v1alpha1/events")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dialect: event-management-service")
public final class EventManagementResource {

    private static final int SEATS_MIN = 10;
    private static final int SEATS_MAX = 1000;

    private final Counter counter;
    private final NewEvents newEvents;
    private final EventManagementFace face;
    private final Policy policy;

    EventManagementResource(
            Counter counter, NewEvents newEvents, EventManagementFace face, Settings settings) {
        this.counter = counter;
        this.newEvents = newEvents;
        this.face = face;
        Policy defaults = newEvents.defaults();
        int holdSeconds = settings.maxEventSeatHoldTimeInS().orElse(defaults.holdSeconds());
        this.policy =
                new Policy(holdSeconds, defaults.refreshesMax(), 0, 0, defaults.bookingMinutes());
    }

    @POST
    @Operation(summary = "Create an Event.")
    public @Nullable Response createEvent(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context,
            byte[] body) {
        Fields fields = Fields.of(body);
        String name = fields.text("name", EventDefinition.NAME_LENGTH_MAX);
        int numberOfSeats = fields.integer("numberOfSeats", SEATS_MIN, SEATS_MAX);
        fields.doneIgnoringUnknown();
        NewEvents.Draft draft =
                new NewEvents.Draft(name, null, null, numberOfSeats, policy, null, null);
        String request = RequestIds.of(context);
        counter.open(face)
                .ask(
                        StreamId.CATALOG,
                        at ->
                                new ListEvent(
                                        Cause.of(at, caller.user(), request),
                                        draft.definition(newEvents.newId(at), at)),
                        EventManagementResource::created);
        return null;
    }

    @GET
    @Path("{eventId}/seats")
    @Operation(summary = "Get available Seats for an Event.")
    public @Nullable Response getAvailableSeatsByEvent(@PathParam("eventId") EventId event) {
        counter.open(face).states(event, (states, json) -> availableSeats(event, states, json));
        return null;
    }

    @POST
    @Path("{eventId}/seats/{seatId}/hold")
    @Operation(summary = "Hold an available Seat for a User.")
    public @Nullable Response holdEventSeatForUser(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        ask(event, caller, context, cause -> new HoldSeats(cause, seats, 0));
        return null;
    }

    @POST
    @Path("{eventId}/seats/{seatId}/reserve")
    @Operation(summary = "Permanently reserve an available Seat for a User.")
    public @Nullable Response reserveEventSeatForUser(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @Context RoutingContext context) {
        SeatSet seats = SeatSet.of(Ids.seatNumber(event, seat));
        ask(event, caller, context, cause -> new ReserveSeats(cause, seats));
        return null;
    }

    private void ask(
            EventId event,
            Caller caller,
            RoutingContext context,
            Function<Cause, Command> command) {
        String request = RequestIds.of(context);
        counter.open(face)
                .ask(
                        StreamId.of(event),
                        at -> command.apply(Cause.of(at, caller.user(), request)),
                        (_, _) -> Response.noContent().build());
    }

    private static Response created(Answer answer, JsonBytes json) {
        EventDefinition event = ((Answer.Listed) answer).event();
        json.beginObject();
        json.field("id").value(event.id().value());
        json.field("name").value(event.name());
        json.field("totalSeats").value(event.totalSeats());
        return Response.status(Response.Status.CREATED)
                .entity(json.endObject().toByteArray())
                .build();
    }

    private static byte[] availableSeats(EventId event, States states, JsonBytes json) {
        json.beginArray();
        int number = states.next(SeatStatus.AVAILABLE, 0);
        while (number != 0) {
            json.beginObject();
            json.field("id").value(event.seat(number));
            json.field("eventId").value(event.value());
            json.field("number").value(number);
            json.endObject();
            number = states.next(SeatStatus.AVAILABLE, number);
        }
        return json.endArray().toByteArray();
    }
}
