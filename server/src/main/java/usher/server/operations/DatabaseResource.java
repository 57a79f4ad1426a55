package usher.server.operations;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.health.Readiness;

/// `GET /health/database`: whether the ledger's database answers, 200 or 503, and no more than
/// that.
@Path("/health/database")
public final class DatabaseResource {

    private final LedgerHealth health;

    DatabaseResource(@Readiness LedgerHealth health) {
        this.health = health;
    }

    /// What the ledger says of itself. It is asked anew each time.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        return OneCheck.response(health.call());
    }
}
