package usher.ledger.postgres;

import java.util.ArrayList;
import java.util.List;
import usher.ledger.Ledger;
import usher.ledger.conformance.DurableStore;
import usher.test.servers.TestPostgres;

/// A ledger in a schema of its own.
///
/// When a handle's process is to die, the server ends its connections, as it would find them then;
/// what is left of the handle is closed in the end.
final class PostgresStoreUnderTest implements DurableStore {

    private final OwnSchema schema = OwnSchema.create();
    private final List<Ledger> dead = new ArrayList<>();
    private final List<Ledger> alive = new ArrayList<>();

    @Override
    public Ledger open() {
        String url = schema.url() + "&application_name=" + schema.name();
        Ledger opened = PostgresLedger.open(url, PostgresOptions.standard());
        alive.add(opened);
        return opened;
    }

    @Override
    public void crash() {
        TestPostgres.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = '%s'".formatted(schema.name()));
        dead.addAll(alive);
        alive.clear();
    }

    @Override
    public void close() {
        dead.forEach(Ledger::close);
        schema.close();
    }
}
