package usher.server;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// The ledger that all tests of a run work on, as the property `tests.ledger` says: embedded,
/// `postgresql`, or `redis`.
///
/// The build runs the tests once on each, but for those that are tagged [#EMBEDDED].
@QuarkusTestResource(LedgerOfRun.class)
public final class LedgerOfRun implements QuarkusTestResourceLifecycleManager {

    /// Tests that turn the clock, which a shared ledger has of its own, that look into the files
    /// of the embedded one, or that have ledgers of their own in every run.
    public static final String EMBEDDED = "embedded";

    private static final String CHOSEN = System.getProperty("tests.ledger", EMBEDDED);

    private final OnPostgres.Ledger postgres = new OnPostgres.Ledger();
    private final OnRedis redis = new OnRedis();

    @Override
    public Map<String, String> start() {
        return switch (CHOSEN) {
            case EMBEDDED -> Map.of();
            case "postgresql" -> postgres.start();
            case "redis" -> redis.start();
            default -> throw new IllegalStateException("no ledger for tests: " + CHOSEN);
        };
    }

    @Override
    public void stop() {
        if (CHOSEN.equals("postgresql")) postgres.stop();
        if (CHOSEN.equals("redis")) redis.stop();
    }
}
