package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import usher.domain.EventId;

/// The state of every seat of an event at two bits a place, for maps and for big events: 25 KB for
/// 100,000 places, where the list of seats has 15 MB.
@Path("/v1/events/{eventId}/states")
@Singleton
@NonBlocking
public final class StatesResource {

    private final SeatLists lists;
    private final V1 face;

    StatesResource(SeatLists lists, V1 face) {
        this.lists = lists;
        this.face = face;
    }

    @GET
    public @Nullable Response get(
            @PathParam("eventId") EventId event,
            @HeaderParam("If-None-Match") @Nullable String known,
            @Context Request request) {
        lists.show(event, StatesFormat.chosen(request), known, face);
        return null;
    }
}
