package usher.server.operations;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Whether the engine takes requests.
@Readiness
@Singleton
public final class EngineHealth implements HealthCheck {

    private final Serving serving;

    EngineHealth(Serving serving) {
        this.serving = serving;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engine").status(serving.isServing()).build();
    }
}
