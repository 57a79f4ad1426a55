package usher.server.operations;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;
import usher.engine.relay.Standing;
import usher.server.rabbitmq.RabbitRelay;

/// Whether RabbitMQ can be reached, and how much it has still to get, if this node relays.
///
/// Nobody needs it to sell seats, so this is no part of being ready.
@Singleton
public final class RabbitHealth implements HealthCheck {

    private final RabbitRelay relay;

    RabbitHealth(RabbitRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("rabbitmq");
        if (!relay.isSet()) return check.up().withData("carries", "nothing").build();
        String trouble = relay.trouble();
        check.status(trouble == null).withData("carries", "facts");
        if (trouble != null) check.withData("trouble", trouble);
        return standing(check, relay.standing()).build();
    }

    private HealthCheckResponseBuilder standing(
            HealthCheckResponseBuilder check, @Nullable Standing standing) {
        check.withData("relays", standing != null);
        if (standing == null) return check;
        check.withData("behind", standing.behind()).withData("heldUp", standing.heldUp());
        String refusal = relay.refusal();
        if (standing.heldUp() > 0 && refusal != null) check.withData("heldUpBecause", refusal);
        return check;
    }
}
