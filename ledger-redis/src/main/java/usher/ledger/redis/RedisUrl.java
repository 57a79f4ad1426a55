package usher.ledger.redis;

import java.util.List;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/// Where a ledger is. [#toString] is for people and logs; the password is for the driver only.
///
/// @param scheme `redis`, or `rediss` for TLS
/// @param hosts one or several servers
/// @param config what the driver is told, the password among it
/// @param prefix what all keys begin with
/// @param replicas how many must have an entry before it counts as appended
record RedisUrl(
        String scheme,
        List<HostAndPort> hosts,
        JedisClientConfig config,
        String prefix,
        int replicas) {

    /// Whether `url` names a ledger in Redis.
    static boolean isOne(String url) {
        return url.startsWith("redis:") || url.startsWith("rediss:");
    }

    @Override
    public String toString() {
        String names = hosts.stream().map(HostAndPort::toString).collect(Collectors.joining(","));
        return "%s://%s/%d".formatted(scheme, names, config.getDatabase());
    }
}
