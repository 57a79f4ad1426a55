package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.jspecify.annotations.Nullable;
import usher.domain.Answer;
import usher.domain.EventId;
import usher.domain.holding.ReleaseAllHolds;
import usher.ledger.JsonBytes;
import usher.ledger.StreamId;
import usher.server.limits.CodeTries;
import usher.server.security.Caller;

/// The caller's holds at one event: take several seats at once, look at them, let them all go.
@Path("/v1/events/{eventId}/holds")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class HoldsResource {

    private final Counter counter;
    private final Clock clock;
    private final CodeTries tries;
    private final V1 face;

    HoldsResource(Counter counter, Clock clock, CodeTries tries, V1 face) {
        this.counter = counter;
        this.clock = clock;
        this.tries = tries;
        this.face = face;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response hold(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @Context RoutingContext context) {
        Exchange exchange = counter.open(face);
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    WantedHolds wanted = WantedHolds.in(body, event);
                    Asker asker = Asker.of(caller, context, body);
                    exchange.ask(
                            StreamId.of(event),
                            at -> wanted.command().apply(asker.at(at)),
                            HoldsResource::theHolds,
                            tries.begin(wanted.code(), event, caller, context));
                });
        return null;
    }

    @GET
    public @Nullable Response mine(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event) {
        long now = clock.nowMillis();
        counter.open(face)
                .look(
                        event,
                        office -> office.holdsOf(caller.user(), now),
                        (holds, json) -> Shapes.holds(json, holds).toByteArray());
        return null;
    }

    @DELETE
    public @Nullable Response releaseAll(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @Context RoutingContext context) {
        Asker asker = Asker.of(caller, context);
        counter.open(face)
                .askUrgently(
                        StreamId.of(event),
                        at -> new ReleaseAllHolds(asker.at(at)),
                        (_, _) -> Response.noContent().build());
        return null;
    }

    private static Object theHolds(Answer answer, JsonBytes json) {
        return Shapes.holds(json, ((Answer.Holds) answer).holds()).toByteArray();
    }
}
