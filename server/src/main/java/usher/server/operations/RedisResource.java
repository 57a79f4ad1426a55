package usher.server.operations;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// `GET /health/redis`: whether Redis answers, 200 or 503; 200 also if it is not used.
@Path("/health/redis")
public final class RedisResource {

    private final RedisHealth health;

    RedisResource(RedisHealth health) {
        this.health = health;
    }

    /// It is asked anew each time.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        return OneCheck.response(health.call());
    }
}
