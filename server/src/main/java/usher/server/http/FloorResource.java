package usher.server.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import usher.domain.EventId;
import usher.server.Settings;
import usher.server.security.Caller;

/// The least that a request can cost here: routed, ids read, and an empty 204 or a body that is at
/// hand; a `POST` is authenticated, too.
///
/// The bench measures everything else against it. Only with `USHER_BENCH_FLOOR=true`.
@Path("/v1/events/{eventId}/seats/{seatId}/floor")
@Singleton
@NonBlocking
public final class FloorResource {

    private static final int BYTES_MAX = 16 << 20;

    private final boolean isServed;
    private volatile byte[] body = {};

    FloorResource(Settings settings) {
        isServed = settings.benchFloor();
    }

    @POST
    public void nothing(
            @HeaderParam("Authorization") @DefaultValue("") Caller caller,
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat) {
        requireServed(event, seat);
    }

    /// As many bytes as wanted; none: a 204.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response bytes(
            @PathParam("eventId") EventId event,
            @PathParam("seatId") String seat,
            @QueryParam("bytes") @DefaultValue("0") int bytes) {
        requireServed(event, seat);
        return bytes == 0 ? Response.noContent().build() : Response.ok(body(bytes)).build();
    }

    private byte[] body(int bytes) {
        byte[] atHand = body;
        if (atHand.length == bytes) return atHand;
        byte[] blanks = new byte[Math.clamp(bytes, 0, BYTES_MAX)];
        Arrays.fill(blanks, (byte) ' ');
        body = blanks;
        return blanks;
    }

    private void requireServed(EventId event, String seat) {
        if (!isServed || Ids.seatNumber(event, seat) == 0) {
            throw new Problem(ProblemType.NOT_FOUND, "Start with USHER_BENCH_FLOOR=true.");
        }
    }
}
