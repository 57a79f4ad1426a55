package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.catalog.AddVenue;
import usher.domain.venue.Venue;
import usher.domain.venue.VenueId;
import usher.ledger.StreamId;
import usher.server.security.Caller;

/// Venues: add one, list them, look at one.
@Path("/v1/venues")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class VenuesResource {

    private static final int RENDERINGS_WAITING_MAX = 256;

    private final Counter counter;
    private final V1 face;
    private final ExecutorService renderers =
            SpareThreads.of("usher-venue-", 1, RENDERINGS_WAITING_MAX);

    VenuesResource(Counter counter, V1 face) {
        this.counter = counter;
        this.face = face;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response add(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                NewEvents.BODY_BYTES_MAX,
                body -> {
                    NewVenue wanted = NewVenue.read(body);
                    Asker asker = Asker.of(caller, context, body);
                    VenueId id = new VenueId(UUID.randomUUID());
                    exchange.ask(
                            StreamId.CATALOG,
                            at -> new AddVenue(asker.at(at), wanted.venue(id, at)),
                            (answer, _) -> added(((Answer.Added) answer).venue()));
                });
        return null;
    }

    @GET
    public @Nullable Response list(
            @QueryParam("query") @Nullable String query,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") String limit) {
        VenuePage page = VenuePage.of(query, cursor, limit);
        Exchange exchange = counter.open(face);
        exchange.lookAtCatalogAndGoOn(
                catalog -> catalog.venues().byName(),
                byName -> exchange.render(json -> page.render(byName, json)));
        return null;
    }

    @GET
    @Path("{venueId}")
    public @Nullable Response get(@PathParam("venueId") String venueId) {
        VenueId id = new VenueId(Ids.uuid(venueId, VenuesResource::noVenue));
        Exchange exchange = counter.open(face);
        exchange.lookAtLatestCatalogAndGoOn(
                catalog -> Optional.ofNullable(catalog.venues().find(id)),
                found ->
                        found.ifPresentOrElse(
                                venue -> show(exchange, venue), () -> exchange.fail(noVenue())));
        return null;
    }

    @PreDestroy
    void close() {
        renderers.shutdown();
    }

    private void show(Exchange exchange, Venue venue) {
        try {
            renderers.execute(
                    () -> {
                        byte[] whole = VenueRendering.whole(venue);
                        exchange.complete(() -> whole);
                    });
        } catch (RejectedExecutionException tooMany) {
            exchange.fail(new Problem(ProblemType.OVERLOADED, "Try again in a second."));
        }
    }

    private static Response added(Venue venue) {
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/venues/" + venue.id())
                .entity(VenueRendering.whole(venue))
                .build();
    }

    private static Problem noVenue() {
        return new Problem(ProblemType.VENUE_NOT_FOUND, "GET /v1/venues lists them.");
    }
}
