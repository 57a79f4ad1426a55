package usher.server.operations;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// `GET /health/rabbitmq`: whether RabbitMQ can be reached, 200 or 503; 200 also if it is not used.
@Path("/health/rabbitmq")
public final class RabbitResource {

    private final RabbitHealth health;

    RabbitResource(RabbitHealth health) {
        this.health = health;
    }

    /// The broker is asked anew, but no more than every other second.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get() {
        return OneCheck.response(health.call());
    }
}
