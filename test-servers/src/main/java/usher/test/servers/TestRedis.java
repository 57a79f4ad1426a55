package usher.test.servers;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/// The Redis that all tests of a run share: the one that `USHER_TEST_REDIS` names, or one of their
/// own that keeps what it acknowledges.
public final class TestRedis {

    private static final @Nullable String NAMED = System.getenv("USHER_TEST_REDIS");

    private TestRedis() {}

    /// Its URL, without parameters.
    public static String url() {
        return NAMED == null ? Own.SERVER.url() : NAMED;
    }

    /// The URL of one that keeps what it acknowledges, whatever somebody named.
    public static String durableUrl() {
        return Own.SERVER.url();
    }

    /// The URL of a ledger whose keys begin with `prefix`, by which its connections are called,
    /// too.
    public static String url(String prefix) {
        return named(url(), prefix);
    }

    /// Whether somebody else runs it, and may have set it up otherwise.
    public static boolean isNamed() {
        return NAMED != null;
    }

    /// A connection of the test's own.
    public static Jedis connect() {
        return new Jedis(URI.create(url()));
    }

    /// `url` with a ledger's own prefix.
    public static String named(String url, String prefix) {
        return "%s?prefix=%s&application_name=%s".formatted(url, prefix, prefix);
    }

    /// Ends the connections that are called `name`, as their process' death would.
    public static void disconnect(Jedis server, String name) {
        for (String client : server.clientList().split("\n", -1)) {
            if (!client.contains(" name=" + name + " ")) continue;
            String id = client.split("[= ]", 3)[1];
            server.sendCommand(Protocol.Command.CLIENT, "KILL", "ID", id);
        }
    }

    /// Removes every key that begins with `prefix`.
    public static void forget(Jedis server, String prefix) {
        ScanParams own = new ScanParams().match(prefix + ":*").count(1_000);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = server.scan(cursor, own);
            List<String> keys = page.getResult();
            for (String key : keys) server.unlink(key);
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    /// Started by whoever needs it first, and stopped with the process.
    private static final class Own {

        private static final RedisProcess SERVER = start();

        private static RedisProcess start() {
            RedisProcess server = RedisProcess.durable();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }
}
