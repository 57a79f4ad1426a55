package usher.server.webhooks;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.JsonBytes;
import usher.server.http.Bodies;
import usher.server.http.Clock;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.security.Caller;

/// One webhook endpoint: look at it, change it, delete it, try it, begin anew.
@Path("/v1/webhook-endpoints/{endpointId}")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("UnusedVariable") // callers are read to be refused if they are nobody
public final class WebhookEndpointResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final EndpointDesk desk;
    private final EndpointWishes wishes;
    private final Endpoints endpoints;
    private final Replays replays;
    private final DeliveryLog log;
    private final FailedDeliveries failed;
    private final Attempts attempts;
    private final Webhooks webhooks;
    private final Clock clock;

    WebhookEndpointResource(
            EndpointDesk desk,
            EndpointWishes wishes,
            Endpoints endpoints,
            Replays replays,
            DeliveryLog log,
            FailedDeliveries failed,
            Attempts attempts,
            Webhooks webhooks,
            Clock clock) {
        this.desk = desk;
        this.wishes = wishes;
        this.endpoints = endpoints;
        this.replays = replays;
        this.log = log;
        this.failed = failed;
        this.attempts = attempts;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @GET
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId) {
        UUID id = EndpointDesk.id(endpointId);
        desk.answer(desk.open(), () -> EndpointDesk.shown(endpoints.get(id), null));
        return null;
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    public @Nullable Response change(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context RoutingContext context) {
        UUID id = EndpointDesk.id(endpointId);
        Exchange exchange = desk.open();
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    Fields _ = Fields.of(body);
                    desk.answer(exchange, () -> changed(id, ifMatch, body));
                });
        return null;
    }

    @DELETE
    public @Nullable Response delete(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId) {
        UUID id = EndpointDesk.id(endpointId);
        desk.answer(desk.open(), () -> deleted(id));
        return null;
    }

    /// Sends a test message now, and answers with what the endpoint said.
    @POST
    @Path("ping")
    public @Nullable Response ping(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId,
            @Context RoutingContext context) {
        UUID id = EndpointDesk.id(endpointId);
        Exchange exchange = desk.open();
        Bodies.readNone(
                context,
                exchange,
                _ -> desk.run(exchange, () -> ping(exchange, endpoints.get(id).endpoint())));
        return null;
    }

    /// Lets everything since a moment, or the whole history of an event, be sent again.
    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response replay(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId,
            @Context RoutingContext context) {
        UUID id = EndpointDesk.id(endpointId);
        Exchange exchange = desk.open();
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    Replays.Wish wish = Replays.read(Fields.of(body), clock.nowMillis());
                    desk.answer(exchange, () -> begun(replays.begin(id, wish)));
                });
        return null;
    }

    private Response changed(UUID id, @Nullable String ifMatch, byte[] body) {
        KeptEndpoint kept =
                endpoints.change(
                        id,
                        EndpointDesk.known(ifMatch),
                        now -> wishes.patched(now, Fields.of(body)));
        webhooks.changed();
        return EndpointDesk.shown(kept, null);
    }

    private Response deleted(UUID id) {
        endpoints.remove(id);
        webhooks.changed();
        log.forget(id);
        failed.forget(id);
        attempts.forget(id);
        return Response.noContent().build();
    }

    private Response begun(KeptEndpoint kept) {
        webhooks.changed();
        return Response.status(Response.Status.ACCEPTED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(EndpointDesk.json(json -> EndpointJson.write(json, kept.endpoint(), null)))
                .build();
    }

    private void ping(Exchange exchange, Endpoint endpoint) {
        long begun = System.nanoTime();
        var _ =
                webhooks.sender()
                        .send(endpoint, Message.ping(endpoint, clock.nowMillis()))
                        .whenComplete(
                                (reply, trouble) -> {
                                    long millis = (System.nanoTime() - begun) / 1_000_000;
                                    if (reply == null) exchange.fail(Deliveries.busy());
                                    else exchange.complete(() -> pinged(reply, millis));
                                });
    }

    private static Response pinged(Reply reply, long millis) {
        return EndpointDesk.shown(json -> write(json, reply, millis));
    }

    private static void write(JsonBytes json, Reply reply, long millis) {
        json.beginObject();
        json.field("accepted").value(reply.verdict() == Verdict.ACCEPTED);
        if (reply.status() > 0) json.field("responseStatus").value(reply.status());
        json.field("response").value(reply.said());
        json.field("millis").value(millis);
        json.endObject();
    }
}
