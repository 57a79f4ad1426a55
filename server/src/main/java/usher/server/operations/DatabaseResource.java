package usher.server.operations;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/// `GET /health/database`: whether the ledger's database answers, 200 or 503, and no more than
/// that.
@Path("/health/database")
public final class DatabaseResource {

    private static final int UP = 200;
    private static final int DOWN = 503;

    private final LedgerHealth health;

    DatabaseResource(@Readiness LedgerHealth health) {
        this.health = health;
    }

    /// What the ledger says of itself. It is asked anew each time.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        HealthCheckResponse now = health.call();
        Map<String, Object> check =
                Map.of(
                        "name", now.getName(),
                        "status", now.getStatus(),
                        "data", now.getData().orElse(Map.of()));
        Map<String, Object> body = Map.of("status", now.getStatus(), "checks", List.of(check));
        return Response.status(now.getStatus() == Status.UP ? UP : DOWN).entity(body).build();
    }
}
