package usher.server.operations;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/// What one check found, in the form that all of `/health` has.
final class OneCheck {

    private static final int UP = 200;
    private static final int DOWN = 503;

    private OneCheck() {}

    static Response response(HealthCheckResponse now) {
        Map<String, Object> check =
                Map.of(
                        "name", now.getName(),
                        "status", now.getStatus(),
                        "data", now.getData().orElse(Map.of()));
        Map<String, Object> body = Map.of("status", now.getStatus(), "checks", List.of(check));
        return Response.status(now.getStatus() == Status.UP ? UP : DOWN).entity(body).build();
    }
}
