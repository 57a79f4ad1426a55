package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;

/// How much of an event, and of each of its tiers, is left.
@Path("/v1/events/{eventId}/availability")
@Singleton
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class AvailabilityResource {

    private static final SeatRendering RENDERING = new AvailabilityRendering();

    private final SeatLists lists;
    private final V1 face;

    AvailabilityResource(SeatLists lists, V1 face) {
        this.lists = lists;
        this.face = face;
    }

    @GET
    public @Nullable Response get(
            @PathParam("eventId") EventId event,
            @HeaderParam("If-None-Match") @Nullable String known) {
        lists.show(event, RENDERING, known, face);
        return null;
    }
}
