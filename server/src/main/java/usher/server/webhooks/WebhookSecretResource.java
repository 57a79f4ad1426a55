package usher.server.webhooks;

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
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import usher.ledger.JsonBytes;
import usher.server.http.Bodies;
import usher.server.http.Clock;
import usher.server.http.Exchange;
import usher.server.http.Timestamps;
import usher.server.security.Caller;

/// The secret with which messages to an endpoint are signed: look at it, replace it.
@Path("/v1/webhook-endpoints/{endpointId}/secret")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("UnusedVariable") // callers are read to be refused if they are nobody
public final class WebhookSecretResource {

    /// How long a secret that was replaced still signs as well.
    static final Duration FORMER = Duration.ofHours(24);

    private final EndpointDesk desk;
    private final Endpoints endpoints;
    private final EndpointSecrets secrets;
    private final Webhooks webhooks;
    private final Clock clock;

    WebhookSecretResource(
            EndpointDesk desk,
            Endpoints endpoints,
            EndpointSecrets secrets,
            Webhooks webhooks,
            Clock clock) {
        this.desk = desk;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @GET
    public @Nullable Response get(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId) {
        UUID id = EndpointDesk.id(endpointId);
        desk.answer(desk.open(), () -> shown(endpoints.get(id).endpoint()));
        return null;
    }

    @POST
    @Path("rotate")
    public @Nullable Response rotate(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("endpointId") String endpointId,
            @Context RoutingContext context) {
        UUID id = EndpointDesk.id(endpointId);
        Exchange exchange = desk.open();
        Bodies.readNone(context, exchange, _ -> desk.answer(exchange, () -> rotated(id)));
        return null;
    }

    private Response rotated(UUID id) {
        long until = clock.nowMillis() + FORMER.toMillis();
        KeptEndpoint kept = endpoints.change(id, null, now -> now.withNewSecret(until));
        webhooks.changed();
        return shown(kept.endpoint());
    }

    private Response shown(Endpoint endpoint) {
        return EndpointDesk.shown(json -> write(json, endpoint));
    }

    private void write(JsonBytes json, Endpoint endpoint) {
        json.beginObject();
        json.field("secret").plain(secrets.shown(endpoint));
        long until = endpoint.secret().formerUntilMillis();
        if (clock.nowMillis() < until) Timestamps.write(json.field("formerUntil"), until);
        json.endObject();
    }
}
