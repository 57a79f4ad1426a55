package usher.server.operations;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;

/// Whether the ledger can be read, and whether answers wait for its disk.
@Readiness
@Singleton
public final class LedgerHealth implements HealthCheck {

    private final Ledger ledger;

    LedgerHealth(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            long version = ledger.heads().of(StreamId.CATALOG).version();
            return HealthCheckResponse.named("ledger")
                    .up()
                    .withData("catalog", version)
                    .withData("durability", ledger.isRelaxed() ? "relaxed" : "full")
                    .build();
        } catch (LedgerException e) {
            return HealthCheckResponse.named("ledger")
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
