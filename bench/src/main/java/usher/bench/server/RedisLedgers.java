package usher.bench.server;

import java.util.OptionalLong;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;
import usher.ledger.Ledger;
import usher.ledger.redis.RedisLedger;
import usher.ledger.redis.RedisOptions;
import usher.test.servers.RedisProcess;

/// A Redis that keeps what it acknowledges; the keys of each ledger begin with another word.
public final class RedisLedgers implements LedgerServer {

    private final RedisProcess server = RedisProcess.durable();
    private int ledgers;

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public String newLedger() {
        ledgers++;
        return server.url() + "?prefix=usher_" + ledgers;
    }

    /// Its keys begin with a brace, and no ledger's do.
    @Override
    public String newStore() {
        return server.url();
    }

    /// As one node more: Redis shows nobody one moment.
    @Override
    public Ledger look(String url) {
        return RedisLedger.open(url, RedisOptions.standard());
    }

    @Override
    public boolean isVerifiedInUse() {
        return false;
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
        server.start();
    }

    @Override
    public void hangUp() {
        try (Jedis connection = server.connect()) {
            connection.clientKill(new ClientKillParams().type(ClientType.PUBSUB));
        }
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
