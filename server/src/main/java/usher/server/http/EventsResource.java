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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.catalog.ListEvent;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventStatus;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.security.Caller;

/// Events: create one, list them, look at one.
@Path("/v1/events")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class EventsResource {

    private static final Logger LOG = Logger.getLogger(EventsResource.class);

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
    public @Nullable Response create(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                NewEvents.BODY_BYTES_MAX,
                body -> {
                    NewEvents.Draft draft = newEvents.read(body);
                    Asker asker = Asker.of(caller, context, body);
                    exchange.ask(
                            StreamId.CATALOG,
                            at ->
                                    new ListEvent(
                                            asker.at(at),
                                            draft.definition(newEvents.newId(at), at)),
                            (answer, json) -> created(answer, json, context));
                });
        return null;
    }

    @GET
    public @Nullable Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        Page page = Page.of(cursor, limit);
        counter.open(face).lookAtCatalog(page::in, page::render);
        return null;
    }

    @GET
    @Path("{eventId}")
    public @Nullable Response get(
            @PathParam("eventId") EventId event,
            @HeaderParam("If-None-Match") @Nullable String known) {
        counter.open(face)
                .look(
                        event,
                        office ->
                                new Now(
                                        office.event().definition(),
                                        office.event().status(),
                                        office.version()),
                        (now, json) -> now.render(json, known));
        return null;
    }

    /// An event as it was a moment ago.
    private record Now(EventDefinition event, EventStatus status, long version) {

        Response render(JsonBytes json, @Nullable String known) {
            return EntityTags.knows(known, version)
                    ? EntityTags.notModified(version)
                    : EntityTags.ok(version, Shapes.event(json, event, status).toByteArray());
        }
    }

    private static Response created(Answer answer, JsonBytes json, RoutingContext context) {
        EventDefinition event = ((Answer.Listed) answer).event();
        RequestLog.done(
                LOG, context, "event %s has %d seats".formatted(event.id(), event.totalSeats()));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/events/" + event.id())
                .entity(Shapes.event(json, event, EventStatus.ACTIVE).toByteArray())
                .build();
    }
}
