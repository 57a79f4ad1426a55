package usher.server.webhooks;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import usher.server.http.Asker;
import usher.server.http.Bodies;
import usher.server.http.Clock;
import usher.server.http.EntityTags;
import usher.server.http.Exchange;
import usher.server.http.Fields;
import usher.server.security.Caller;

/// Webhook endpoints: add one, list them. In `dev` everybody is an organizer, but has to say who he
/// is.
@Path("/v1/webhook-endpoints")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookEndpointsResource {

    private final EndpointDesk desk;
    private final EndpointWishes wishes;
    private final Endpoints endpoints;
    private final EndpointSecrets secrets;
    private final Webhooks webhooks;
    private final Clock clock;

    WebhookEndpointsResource(
            EndpointDesk desk,
            EndpointWishes wishes,
            Endpoints endpoints,
            EndpointSecrets secrets,
            Webhooks webhooks,
            Clock clock) {
        this.desk = desk;
        this.wishes = wishes;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public @Nullable Response add(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @Context RoutingContext context) {
        Exchange exchange = desk.open();
        Bodies.read(
                context,
                exchange,
                Bodies.BYTES_MAX,
                body -> {
                    Asker asker = Asker.of(caller, context, body);
                    Endpoint wanted = wishes.read(Fields.of(body), asker, clock.nowMillis());
                    desk.answer(exchange, () -> added(wanted));
                });
        return null;
    }

    @GET
    @SuppressWarnings("UnusedVariable") // the caller is read to be refused if he is nobody
    public @Nullable Response list(@HeaderParam("Authorization") @DefaultValue("") Caller caller) {
        desk.answer(desk.open(), () -> listed(endpoints.all()));
        return null;
    }

    private Response added(Endpoint wanted) {
        KeptEndpoint kept = endpoints.add(wanted);
        webhooks.changed();
        Endpoint endpoint = kept.endpoint();
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/webhook-endpoints/" + endpoint.id())
                .tag(EntityTags.of(kept.revision()))
                .entity(
                        EndpointDesk.json(
                                json ->
                                        EndpointJson.write(
                                                json, endpoint, secrets.shown(endpoint))))
                .build();
    }

    private static Response listed(List<KeptEndpoint> all) {
        return EndpointDesk.shown(
                json -> {
                    json.beginObject().field("items").beginArray();
                    all.forEach(kept -> EndpointJson.write(json, kept.endpoint(), null));
                    json.endArray().endObject();
                });
    }
}
