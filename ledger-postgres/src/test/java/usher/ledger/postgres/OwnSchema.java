package usher.ledger.postgres;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import usher.test.servers.TestPostgres;

/// A schema for one test, gone at its end.
///
/// @param name of letters, digits and `_`
record OwnSchema(String name) implements AutoCloseable {

    /// Each schema that is set up would be told otherwise. Loggers live as long as somebody has
    /// them.
    private static final Logger QUIET = Logger.getLogger("org.flywaydb");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    static OwnSchema create() {
        return new OwnSchema("usher_test_" + UUID.randomUUID().toString().substring(0, 8));
    }

    /// The URL of a ledger in it.
    String url() {
        return TestPostgres.url(name);
    }

    @Override
    public void close() {
        TestPostgres.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(name));
    }
}
