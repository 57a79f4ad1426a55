package usher.server;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;
import usher.test.servers.TestPostgres;

/// The ledger that all tests of a run work on, as the property `tests.ledger` says: embedded,
/// or `postgresql`.
///
/// The build runs the tests once on each, but for those that are tagged [#EMBEDDED].
@QuarkusTestResource(LedgerOfRun.class)
public final class LedgerOfRun implements QuarkusTestResourceLifecycleManager {

    /// Tests that turn the clock, which a shared ledger has of its own, or that look into the files
    /// of the embedded one.
    public static final String EMBEDDED = "embedded";

    private static final String CHOSEN = System.getProperty("tests.ledger", EMBEDDED);

    private final String schema = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);

    @Override
    public Map<String, String> start() {
        return switch (CHOSEN) {
            case EMBEDDED -> Map.of();
            case "postgresql" -> Map.of("usher.ledger", TestPostgres.url(schema));
            default -> throw new IllegalStateException("no ledger for tests: " + CHOSEN);
        };
    }

    @Override
    public void stop() {
        if (CHOSEN.equals("postgresql")) {
            TestPostgres.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
        }
    }
}
