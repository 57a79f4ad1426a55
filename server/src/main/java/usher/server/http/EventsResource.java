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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.Cause;
import usher.domain.EventId;
import usher.domain.IdempotencyKey;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventStatus;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.security.Caller;

/// Events: create one, look at one.
@Path("/v1/events")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public final class EventsResource {

    private final Counter counter;
    private final NewEvents newEvents;
    private final V1 face;

    EventsResource(Counter counter, NewEvents newEvents, V1 face) {
        this.counter = counter;
        this.newEvents = newEvents;
        this.face = face;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create an event")
    public @Nullable Response create(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context RoutingContext context,
            byte[] body) {
        NewEvents.Draft draft = newEvents.read(body);
        IdempotencyKey once =
                IdempotencyKeys.read(key, caller.user(), IdempotencyKeys.bytes("events"), body);
        String request = RequestIds.of(context);
        counter.open(face)
                .ask(
                        StreamId.CATALOG,
                        at ->
                                new ListEvent(
                                        new Cause(at, caller.user(), request, once),
                                        draft.definition(newEvents.newId(at), at)),
                        EventsResource::created);
        return null;
    }

    @GET
    @Path("{eventId}")
    @Operation(summary = "One event")
    public @Nullable Response get(@PathParam("eventId") EventId event) {
        counter.open(face)
                .look(
                        event,
                        office ->
                                new Now(
                                        office.event().definition(),
                                        office.event().status(),
                                        office.version()),
                        (now, json) -> now.render(json));
        return null;
    }

    /// An event as it was a moment ago.
    private record Now(EventDefinition event, EventStatus status, long version) {

        Response render(JsonBytes json) {
            return Response.ok(Shapes.event(json, event, status).toByteArray())
                    .tag(Long.toString(version))
                    .build();
        }
    }

    private static Response created(Answer answer, JsonBytes json) {
        EventDefinition event = ((Answer.Listed) answer).event();
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/events/" + event.id())
                .entity(Shapes.event(json, event, EventStatus.ACTIVE).toByteArray())
                .build();
    }
}
