package usher.server.webhooks;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import usher.ledger.JsonBytes;
import usher.ledger.LedgerException;
import usher.server.http.Bodies;
import usher.server.http.Exchange;
import usher.server.http.Page;
import usher.server.http.Problem;
import usher.server.http.ProblemType;
import usher.server.security.Caller;

/// The deliveries to a webhook endpoint: look at them, send one again, discard one that failed.
@Path("/v1/webhook-endpoints/{endpointId}/deliveries")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("UnusedVariable") // callers are read to be refused if they are nobody
public final class WebhookDeliveriesResource {

    private static final int LIMIT_MAX = 1_000;

    private final EndpointDesk desk;
    private final Endpoints endpoints;
    private final Deliveries deliveries;

    WebhookDeliveriesResource(EndpointDesk desk, Endpoints endpoints, Deliveries deliveries) {
        this.desk = desk;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @GET
    public @Nullable Response list(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        UUID id = EndpointDesk.id(endpointId);
        Delivery.Status wanted = Deliveries.status(status);
        int max = Page.readLimit(limit, LIMIT_MAX);
        desk.answer(
                desk.open(),
                () -> listed(deliveries.of(endpoints.get(id).endpoint().id(), wanted, max)));
        return null;
    }

    @POST
    @Path("{deliveryId}/retry")
    public @Nullable Response retry(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId,
            @PathParam("deliveryId") String deliveryId,
            @Context RoutingContext context) {
        UUID id = EndpointDesk.id(endpointId);
        Exchange exchange = desk.open();
        Bodies.readNone(
                context, exchange, _ -> desk.run(exchange, () -> retry(exchange, id, deliveryId)));
        return null;
    }

    @DELETE
    @Path("{deliveryId}")
    public @Nullable Response discard(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId,
            @PathParam("deliveryId") String deliveryId) {
        UUID id = EndpointDesk.id(endpointId);
        desk.answer(desk.open(), () -> discarded(endpoints.get(id).endpoint(), deliveryId));
        return null;
    }

    private void retry(Exchange exchange, UUID id, String deliveryId) {
        Endpoint endpoint = endpoints.get(id).endpoint();
        var _ =
                deliveries
                        .sendAgain(endpoint, deliveryId)
                        .whenComplete(
                                (delivery, trouble) -> {
                                    if (delivery == null) exchange.fail(problem(trouble));
                                    else exchange.complete(() -> shown(delivery));
                                });
    }

    private Response discarded(Endpoint endpoint, String deliveryId) {
        deliveries.discard(endpoint, deliveryId);
        return Response.noContent().build();
    }

    private static Problem problem(@Nullable Throwable trouble) {
        boolean isLedger =
                trouble instanceof CompletionException
                        && trouble.getCause() instanceof LedgerException;
        return isLedger
                ? new Problem(ProblemType.UNAVAILABLE, "It was sent. Try again in a moment.")
                : Deliveries.busy();
    }

    private static Response shown(Delivery delivery) {
        return EndpointDesk.shown(json -> DeliveryJson.write(json, delivery));
    }

    private static Response listed(List<Delivery> found) {
        return EndpointDesk.shown(json -> write(json, found));
    }

    private static void write(JsonBytes json, List<Delivery> found) {
        json.beginObject().field("items").beginArray();
        found.forEach(delivery -> DeliveryJson.write(json, delivery));
        json.endArray().endObject();
    }
}
