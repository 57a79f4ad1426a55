package usher.ledger.redis;

import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import usher.ledger.LedgerException;

/// Opens connections to servers, each looked at before anybody uses it. Thread-safe.
final class Sessions {

    private final RedisUrl url;
    private final RedisOptions options;
    private volatile boolean isRelaxed;

    Sessions(RedisUrl url, RedisOptions options) {
        this.url = url;
        this.options = options;
    }

    RedisUrl url() {
        return url;
    }

    /// Whether the server that was met last answers before its disk has what it says.
    boolean isRelaxed() {
        return isRelaxed;
    }

    /// A connection for one thread at a time to `server`, which takes writes or knows who does.
    ///
    /// @throws JedisException if it cannot be reached, or takes no writes
    /// @throws LedgerException if it must not be used
    Link open(HostAndPort server) {
        Link link = new Link(server, url.config());
        try {
            check(server, Condition.of(link));
            return link;
        } catch (JedisException | LedgerException e) {
            link.close();
            throw e;
        }
    }

    private void check(HostAndPort server, Condition condition) {
        if (!condition.isMaster() && !condition.isCluster() && !options.isFrozen()) {
            throw new JedisDataException("READONLY it is a replica");
        }
        boolean isWeak = !condition.weaknesses().isEmpty();
        if (isWeak && !options.isRelaxedAllowed()) {
            throw new LedgerException(
                    "redis://%s may lose what it has answered; set there %s, or set"
                                    .formatted(server, String.join(", ", condition.weaknesses()))
                            + " USHER_LEDGER_DURABILITY=relaxed");
        }
        isRelaxed = isWeak;
    }
}
