package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.BoxOffice;
import usher.domain.EventId;
import usher.domain.catalog.Catalog;
import usher.domain.catalog.ListEvent;
import usher.domain.catalog.ListedEvent;
import usher.domain.event.ChangeEvent;
import usher.domain.event.ChangeStatus;
import usher.domain.event.EventDefinition;
import usher.domain.event.EventStatus;
import usher.domain.event.Listing;
import usher.domain.venue.VenueId;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.security.Caller;

/// Events: create one, list them, look at one, change it, cancel it.
@Path("/v1/events")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class EventsResource {

    private static final Logger LOG = Logger.getLogger(EventsResource.class);

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Counter counter;
    private final Offers offers;
    private final NewEvents newEvents;
    private final V1 face;

    EventsResource(Counter counter, Offers offers, NewEvents newEvents, V1 face) {
        this.counter = counter;
        this.offers = offers;
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
                    Fields fields = Fields.of(body);
                    Asker asker = Asker.of(caller, context, body);
                    VenueId venue = NewEvents.venueIn(fields);
                    if (venue == null) {
                        create(exchange, newEvents.read(fields, null), asker, context);
                        return;
                    }
                    exchange.lookAtLatestCatalogAndGoOn(
                            catalog -> Optional.ofNullable(catalog.venues().find(venue)),
                            found ->
                                    exchange.goOn(
                                            () -> {
                                                NewEvents.Draft draft =
                                                        newEvents.read(fields, found.orElse(null));
                                                create(exchange, draft, asker, context);
                                            }));
                });
        return null;
    }

    private void create(
            Exchange exchange, NewEvents.Draft draft, Asker asker, RoutingContext context) {
        exchange.ask(
                StreamId.CATALOG,
                at -> new ListEvent(asker.at(at), draft.definition(newEvents.newId(at), at)),
                (answer, json) -> created(answer, json, context));
    }

    @GET
    public @Nullable Response list(
            @QueryParam("query") @Nullable String query,
            @QueryParam("status") @Nullable String status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        Page page = Page.of(EventQuery.of(query, status, from), cursor, limit);
        Exchange exchange = counter.open(face);
        exchange.lookAtCatalogAndGoOn(
                Catalog::soonestFirst,
                events ->
                        exchange.goOn(
                                () -> {
                                    List<ListedEvent> found = page.in(events);
                                    offers.of(found, left -> show(exchange, page, found, left));
                                }));
        return null;
    }

    private static void show(
            Exchange exchange, Page page, List<ListedEvent> found, Map<EventId, Offer> left) {
        exchange.render(json -> page.render(found, left, json));
    }

    @GET
    @Path("{eventId}")
    public @Nullable Response get(
            @PathParam("eventId") EventId event,
            @HeaderParam("If-None-Match") @Nullable String known) {
        counter.open(face).look(event, Now::of, (now, json) -> now.render(json, known));
        return null;
    }

    @PATCH
    @Path("{eventId}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    public @Nullable Response change(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                EventPatch.BODY_BYTES_MAX,
                body -> {
                    EventPatch patch = EventPatch.of(body);
                    Asker asker = Asker.of(caller, context, body);
                    exchange.lookAndGoOn(
                            event,
                            office -> office.event().listing(),
                            now ->
                                    exchange.goOn(
                                            () -> {
                                                ChangeEvent change =
                                                        patch.on(now, ifMatch, asker.at(0));
                                                exchange.ask(
                                                        StreamId.of(event),
                                                        at -> change.because(asker.at(at)),
                                                        EventsResource::described);
                                            }));
                });
        return null;
    }

    @POST
    @Path("{eventId}/cancel")
    public @Nullable Response cancel(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.readNone(
                context,
                exchange,
                body -> {
                    Asker asker = Asker.of(caller, context, body);
                    exchange.ask(
                            StreamId.of(event),
                            at -> new ChangeStatus(asker.at(at), EventStatus.CANCELLED),
                            EventsResource::described);
                });
        return null;
    }

    /// An event as it was a moment ago.
    private record Now(EventDefinition event, Listing listing) {

        static Now of(BoxOffice office) {
            return new Now(office.event().definition(), office.event().listing());
        }

        Response render(JsonBytes json, @Nullable String known) {
            long revision = listing.revision();
            return EntityTags.knows(known, revision)
                    ? EntityTags.notModified(revision)
                    : EntityTags.ok(revision, Shapes.event(json, event, listing).toByteArray());
        }
    }

    private static Response described(Answer answer, JsonBytes json) {
        Answer.Described told = (Answer.Described) answer;
        return new Now(told.event(), told.now()).render(json, null);
    }

    private static Response created(Answer answer, JsonBytes json, RoutingContext context) {
        EventDefinition event = ((Answer.Listed) answer).event();
        RequestLog.done(
                LOG, context, "event %s has %d seats".formatted(event.id(), event.totalSeats()));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/events/" + event.id())
                .tag(EntityTags.of(1))
                .entity(Shapes.event(json, event, Listing.of(event)).toByteArray())
                .build();
    }
}
