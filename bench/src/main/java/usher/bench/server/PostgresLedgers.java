package usher.bench.server;

import java.util.OptionalLong;
import usher.test.servers.PostgresServer;

/// A PostgreSQL that keeps what it acknowledges; each ledger has a schema of its own.
public final class PostgresLedgers implements LedgerServer {

    private final PostgresServer server = PostgresServer.start();
    private int ledgers;

    @Override
    public String newLedger() {
        ledgers++;
        return server.url() + "?schema=usher_" + ledgers;
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
