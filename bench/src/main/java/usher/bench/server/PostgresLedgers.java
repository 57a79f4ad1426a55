package usher.bench.server;

import java.util.OptionalLong;
import usher.ledger.Ledger;
import usher.ledger.postgres.PostgresLedger;
import usher.ledger.postgres.PostgresOptions;
import usher.test.servers.PostgresServer;

/// A PostgreSQL that keeps what it acknowledges; each ledger has a schema of its own.
public final class PostgresLedgers implements LedgerServer {

    private static final String HANG_UP =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'";

    private final PostgresServer server = PostgresServer.start();
    private int ledgers;

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String newLedger() {
        ledgers++;
        return server.url() + "?schema=usher_" + ledgers;
    }

    @Override
    public String newStore() {
        ledgers++;
        String schema = "other_" + ledgers;
        server.run("CREATE SCHEMA " + schema);
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s"
                .formatted(server.port(), schema);
    }

    @Override
    public Ledger look(String url) {
        return PostgresLedger.open(url, PostgresOptions.frozen());
    }

    @Override
    public boolean isVerifiedInUse() {
        return true;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void restart() {
        server.restart();
    }

    @Override
    public void hangUp() {
        server.run(HANG_UP);
    }

    @Override
    public OptionalLong cpuMicros() {
        return server.cpuMicros();
    }

    @Override
    public void close() {
        server.close();
    }
}
