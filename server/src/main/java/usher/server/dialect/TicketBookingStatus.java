package usher.server.dialect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import usher.ledger.JsonBytes;
import usher.server.operations.LedgerHealth;

/// The status of the ticket-booking document: that of the database. Asked anew each time.
@Path("/status")
@Singleton
public final class TicketBookingStatus {

    private static final int BYTES = 64;
    private static final int DOWN = 503;

    private final LedgerHealth health;

    TicketBookingStatus(@Readiness LedgerHealth health) {
        this.health = health;
    }

    @GET
    public Response get() {
        boolean isUp = health.call().getStatus() == Status.UP;
        JsonBytes json = new JsonBytes(BYTES).beginObject();
        json.field("database").beginObject();
        json.field("status").plain(isUp ? "up" : "down").endObject();
        Response shown = JsonAnswer.ok(json.endObject());
        return isUp ? shown : Response.fromResponse(shown).status(DOWN).build();
    }
}
