package usher.server.operations;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import usher.ledger.Ledger;
import usher.ledger.LedgerException;
import usher.ledger.StreamId;
import usher.ledger.redis.RedisLedger;
import usher.ledger.redis.SignalledLedger;

/// Whether Redis answers, and what it is used for: the ledger, signals between nodes, or nothing.
///
/// Only a ledger is needed to be ready, so this is no part of that.
@Singleton
public final class RedisHealth implements HealthCheck {

    private final Ledger ledger;

    RedisHealth(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public HealthCheckResponse call() {
        return switch (ledger) {
            case RedisLedger kept -> said("ledger", isReadable(kept));
            case SignalledLedger signalled -> said("signals", signalled.isConnected());
            default -> said("nothing", true);
        };
    }

    private static HealthCheckResponse said(String use, boolean isWell) {
        return HealthCheckResponse.named("redis").status(isWell).withData("carries", use).build();
    }

    private static boolean isReadable(Ledger kept) {
        try {
            return kept.heads().of(StreamId.CATALOG).version() >= 0;
        } catch (LedgerException e) {
            return false;
        }
    }
}
