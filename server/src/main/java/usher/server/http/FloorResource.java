package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import usher.domain.EventId;
import usher.server.Settings;
import usher.server.security.Caller;

/// The least that a request can cost here: routed, authenticated, ids read, and an empty 204.
///
/// The bench measures everything else against it. Only with `USHER_BENCH_FLOOR=true`.
@Path("/v1/events/{eventId}/seats/{seatId}/floor")
@Singleton
@NonBlocking
public final class FloorResource {

    private final boolean isServed;

    FloorResource(Settings settings) {
        isServed = settings.benchFloor();
    }

    @POST
    public void nothing(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat) {
        if (!isServed || Ids.seatNumber(event, seat) == 0) {
            throw new Problem(ProblemType.NOT_FOUND, "Start with USHER_BENCH_FLOOR=true.");
        }
    }
}
