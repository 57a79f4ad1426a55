package usher.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import usher.test.servers.TestPostgres;

/// Lets a test run on a ledger in PostgreSQL: `@TestProfile(OnPostgres.class)`.
public final class OnPostgres implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Ledger.class));
    }

    /// A schema for the tests of this profile, gone after the last.
    public static final class Ledger implements QuarkusTestResourceLifecycleManager {

        private final String schema = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "usher.ledger",
                    TestPostgres.url(schema),
                    "usher.secret-file",
                    "src/test/resources/secrets");
        }

        @Override
        public void stop() {
            TestPostgres.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
        }
    }
}
