package usher.ledger.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import usher.ledger.Ledger;
import usher.ledger.conformance.DurableStore;
import usher.test.servers.TestPostgres;

/// A ledger in a schema of its own.
///
/// When a handle's process is to die, the server ends its connections, as it would find them then;
/// what is left of the handle is closed in the end.
final class PostgresStoreUnderTest implements DurableStore {

    /// Each schema that is set up would be told otherwise. Loggers live as long as somebody has
    /// them.
    private static final Logger QUIET = Logger.getLogger("org.flywaydb");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final String name = "usher_test_" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Ledger> dead = new ArrayList<>();
    private final List<Ledger> alive = new ArrayList<>();

    @Override
    public Ledger open() {
        String url = TestPostgres.url(name) + "&application_name=" + name;
        Ledger opened = PostgresLedger.open(url, PostgresOptions.standard());
        alive.add(opened);
        return opened;
    }

    @Override
    public void crash() {
        TestPostgres.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = '%s'".formatted(name));
        dead.addAll(alive);
        alive.clear();
    }

    @Override
    public void close() {
        dead.forEach(Ledger::close);
        TestPostgres.run("DROP SCHEMA IF EXISTS %s CASCADE".formatted(name));
    }
}
